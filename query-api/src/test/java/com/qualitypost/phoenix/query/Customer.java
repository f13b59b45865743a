package com.qualitypost.phoenix.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Asks over HTTP, as a customer's browser does. */
public record Customer(RestTestClient client) {
    public Seen asksFor(TrackingNumber number) {
        return asksFor(number, "");
    }

    public Seen asksFor(TrackingNumber number, String query) {
        return gets("/v1/tracking/" + number + query);
    }

    public Seen gets(String uri, String... headers) {
        return seen(client.get().uri(uri).headers(all -> {
            for (int i = 0; i < headers.length; i += 2) {
                all.set(headers[i], headers[i + 1]);
            }
        }));
    }

    /** {@code uri} is an address as pages contain it. */
    public Seen gets(URI uri, String language) {
        return seen(client.get().uri(uri).header(HttpHeaders.ACCEPT_LANGUAGE, language));
    }

    public Seen posts(String uri, String body, String... headers) {
        return seen(client.post().uri(uri).body(body).headers(all -> {
            for (int i = 0; i < headers.length; i += 2) {
                all.set(headers[i], headers[i + 1]);
            }
        }));
    }

    public Seen deletes(String uri) {
        return seen(client.delete().uri(uri));
    }

    private static Seen seen(RestTestClient.RequestHeadersSpec<?> request) {
        var result = request.exchange().returnResult(String.class);
        String body = result.getResponseBody();
        return new Seen(result.getStatus().value(), result.getResponseHeaders(), body == null ? "" : body);
    }

    /** The answer. */
    public record Seen(int status, HttpHeaders headers, String body) {
        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }

        public String servedBy() {
            return header("Phoenix-Served-By");
        }

        /** The body without the trace id of the request. */
        public String said() {
            return body.replaceAll("(?<=\"trace_id\":\")[0-9a-f]{32}", "");
        }

        public String code() {
            return (String) member("code");
        }

        public Object member(String name) {
            return JsonPath.read(body, "$." + name);
        }

        /** A problem as RFC 9457 requires it, with a type of ours. */
        public Seen isProblem(int expectedStatus, String code) {
            assertThat(status).as(body).isEqualTo(expectedStatus);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(code()).isEqualTo(code);
            assertThat(member("type")).isEqualTo("/problems/" + code);
            assertThat(member("status")).isEqualTo(status);
            assertThat(member("trace_id")).isEqualTo(header("Phoenix-Trace-Id"));
            assertThat(header("Cache-Control")).isEqualTo("no-store");
            assertThat((String) member("title")).isNotBlank();
            assertThat((String) member("detail")).isNotBlank();
            return this;
        }
    }
}
