package com.qualitypost.phoenix.query.live;

import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.http.TrackingNumberParam;
import com.qualitypost.phoenix.query.tracking.ImmediateLookup;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.admission.Sources;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a client when its parcel's answer changes, by server-sent events that carry the version but not the content.
 */
@RestController
class LiveController {
    private final ImmediateLookup glance;
    private final Subscribers listeners;
    private final Sources sources;

    LiveController(ImmediateLookup glance, Subscribers listeners, Sources sources) {
        this.glance = glance;
        this.listeners = listeners;
        this.sources = sources;
    }

    @GetMapping("/v1/tracking/{number}/live")
    void listen(
            @PathVariable String number,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        TrackingNumber parcel = TrackingNumberParam.read(number);
        // Before looking up the parcel, so that no change gets lost in between.
        Subscriber listener = listeners.add(parcel.value(), sources.of(request));
        try {
            Version visible = glance.versionOf(parcel);
            Version known = Version.read(lastEventId).orElse(null);
            begin(response);
            request.upgrade(SseConnection.class).when(stream -> listener.open(stream, visible, known), listener::end);
        } catch (RuntimeException | IOException | ServletException e) {
            listeners.remove(listener);
            throw e;
        }
    }

    private static void begin(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        // Keeps proxies from buffering the stream.
        response.setHeader("X-Accel-Buffering", "no");
        // The stream ends with its connection, because its length is not known in advance.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.flushBuffer();
    }
}
