package com.qualitypost.phoenix.web.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class BodiesTest {
    private static final Source HERE = Source.at("127.0.0.1");

    private final Bodies bodies = new Bodies(settings(Duration.ofSeconds(30), Duration.ofSeconds(5)));

    /** Allows a body 20,000 bytes, all together 60,000 and one source 40,000. */
    private static AdmissionSettings settings(Duration arrivesWithin, Duration grace) {
        return new AdmissionSettings(
                20_000, 60_000, 40_000, 60_000, 40_000, arrivesWithin, 1_024, 16_384, grace, 10, Duration.ofSeconds(2));
    }

    @Test
    void aBodyOfTheMostBytesIsTakenAndOneMoreIsNot() throws Exception {
        try (Bodies.Body most = receive(new byte[20_000], null, HERE)) {
            assertThat(most.bytes()).hasSize(20_000);
        }
        refuses(new byte[20_001], null, HERE, "body_too_large");
    }

    @Test
    void itCountsInflated() throws Exception {
        try (Bodies.Body most = receive(gzip(20_000), "gzip", HERE)) {
            assertThat(most.bytes()).hasSize(20_000);
        }
        refuses(gzip(20_001), "gzip", HERE, "body_too_large");
        refuses(gzip(50_000_000), "GZIP", HERE, "body_too_large");
    }

    @Test
    void whatIsNoGzipIsSaidToBeNone() throws Exception {
        byte[] whole = gzip(1_000);

        refuses(new byte[100], "gzip", HERE, "malformed_body");
        refuses(new byte[0], "gzip", HERE, "malformed_body");
        refuses(java.util.Arrays.copyOf(whole, whole.length - 9), "gzip", HERE, "malformed_body");
        refuses(whole, "br", HERE, "unsupported_media_type");
    }

    @Test
    void aFileOfManyMembersIsOneBody() throws Exception {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(gzip(10_000));
        byte[] empty = gzip(0);
        for (int i = 0; i < 900; i++) {
            many.write(empty);
        }
        try (Bodies.Body body = receive(many.toByteArray(), "gzip", HERE)) {
            assertThat(body.bytes()).hasSize(10_000);
        }
        many.write('x');
        refuses(many.toByteArray(), "gzip", HERE, "malformed_body");
    }

    @Test
    void aHundredThousandMembersOverflowNoStack() throws Exception {
        Bodies large = new Bodies(new AdmissionSettings(
                2 << 20,
                4 << 20,
                4 << 20,
                2 << 20,
                2 << 20,
                Duration.ofSeconds(30),
                1_024,
                16_384,
                Duration.ofSeconds(5),
                10,
                Duration.ofSeconds(2)));
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip(2_000_000));
        byte[] empty = gzip(0);
        while (members.size() + empty.length <= 2 << 20) {
            members.write(empty);
        }

        for (int i = 0; i < 3; i++) {
            try (Bodies.Body body = large.receive(new ByteArrayInputStream(members.toByteArray()), "gzip", HERE)) {
                assertThat(body.bytes()).hasSize(2_000_000);
            }
        }
    }

    @Test
    void whatFailsInAnyWayHoldsNothing() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> bodies.receive(broken(), null, HERE)).isInstanceOf(StackOverflowError.class);
        }
        try (Bodies.Body _ = receive(new byte[20_000], null, HERE)) {
            receive(new byte[20_000], null, HERE).close();
        }
    }

    @Test
    void oneSourceLeavesRoomForOthers() throws Exception {
        try (Bodies.Body _ = receive(new byte[20_000], null, HERE);
                Bodies.Body _ = receive(new byte[20_000], null, HERE)) {
            refuses(new byte[1], null, HERE, "busy");

            try (Bodies.Body other = receive(new byte[20_000], null, Source.at("127.0.0.2"))) {
                assertThat(other.bytes()).hasSize(20_000);
                refuses(new byte[1], null, Source.at("127.0.0.3"), "busy");
            }
        }
        receive(new byte[20_000], null, HERE).close();
    }

    @Test
    void whatWasRefusedHoldsNothing() throws Exception {
        for (int i = 0; i < 10; i++) {
            refuses(new byte[20_001], null, HERE, "body_too_large");
            refuses(gzip(20_001), "gzip", HERE, "body_too_large");
            refuses(new byte[100], "gzip", HERE, "malformed_body");
        }
        try (Bodies.Body _ = receive(new byte[20_000], null, HERE)) {
            receive(new byte[20_000], null, HERE).close();
        }
    }

    @Test
    void aBodyThatTakesTooLongIsRefused() {
        Bodies impatient = new Bodies(settings(Duration.ZERO, Duration.ofSeconds(5)));

        assertThatThrownBy(() -> impatient.receive(new ByteArrayInputStream(new byte[10]), null, HERE))
                .isInstanceOfSatisfying(ErrorResponseException.class, is("body_too_slow"));
    }

    @Test
    void aBodyThatTricklesIsRefused() {
        Bodies graceless = new Bodies(settings(Duration.ofSeconds(30), Duration.ZERO));
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                long began = System.nanoTime();
                while (System.nanoTime() - began < 2_000_000) {
                    Thread.onSpinWait();
                }
                bytes[from] = ' ';
                return 1;
            }
        };

        assertThatThrownBy(() -> graceless.receive(trickle, null, HERE))
                .isInstanceOfSatisfying(ErrorResponseException.class, is("body_too_slow"));
    }

    @Test
    void aBodyThatStandsStillIsRefused() {
        InputStream still = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(new SocketTimeoutException());
            }
        };

        assertThatThrownBy(() -> bodies.receive(still, null, HERE))
                .isInstanceOfSatisfying(ErrorResponseException.class, is("body_too_slow"));
    }

    private static InputStream broken() {
        return new InputStream() {
            private int left = 15_000;

            @Override
            public int read() {
                if (left-- == 0) {
                    throw new StackOverflowError();
                }
                return ' ';
            }
        };
    }

    private Bodies.Body receive(byte[] body, @Nullable String encoding, Source source) throws Exception {
        return bodies.receive(new ByteArrayInputStream(body), encoding, source);
    }

    private void refuses(byte[] body, @Nullable String encoding, Source source, String code) {
        assertThatThrownBy(() -> receive(body, encoding, source))
                .isInstanceOfSatisfying(ErrorResponseException.class, is(code));
    }

    private static java.util.function.Consumer<ErrorResponseException> is(String code) {
        return refusal -> assertThat(refusal.getBody().getProperties()).containsEntry("code", code);
    }

    private static byte[] gzip(int bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new byte[bytes]);
        }
        return zipped.toByteArray();
    }
}
