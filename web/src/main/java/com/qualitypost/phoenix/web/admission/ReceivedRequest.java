package com.qualitypost.phoenix.web.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The request with its received body; a form's fields are parameters as usual. */
final class ReceivedRequest extends HttpServletRequestWrapper {
    /** Our own forms have one field. */
    private static final int MOST_FIELDS = 100;

    private final Bodies.Body body;
    private @Nullable Map<String, String[]> parameters;

    ReceivedRequest(HttpServletRequest request, Bodies.Body body) {
        super(request);
        this.body = body;
    }

    @Override
    public int getContentLength() {
        return body.bytes().length;
    }

    @Override
    public long getContentLengthLong() {
        return body.bytes().length;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream in = new ByteArrayInputStream(body.bytes());
        return new ServletInputStream() {
            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return in.read(bytes, from, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("bodies are read synchronously");
            }
        };
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = isForm() ? withFields(super.getParameterMap()) : super.getParameterMap();
        }
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    private boolean isForm() {
        String type = getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private Map<String, String[]> withFields(Map<String, String[]> ofTheAddress) {
        Map<String, String[]> all = new LinkedHashMap<>(ofTheAddress);
        String[] fields = new String(body.bytes(), UTF_8).split("&", MOST_FIELDS + 1);
        if (fields.length > MOST_FIELDS) {
            throw new InvalidParameterException("a form of more than %d fields".formatted(MOST_FIELDS));
        }
        for (String field : fields) {
            if (!field.isEmpty()) {
                String[] nameAndValue = field.split("=", 2);
                String value = nameAndValue.length == 2 ? decoded(nameAndValue[1]) : "";
                all.merge(decoded(nameAndValue[0]), new String[] {value}, ReceivedRequest::joined);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static String[] joined(String[] some, String[] more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(e);
        }
    }
}
