package com.qualitypost.phoenix.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AdmissionTest {

    private final Admission admission = new Admission(
            new GatewaySettings(true, false, Duration.ofSeconds(1), Duration.ofSeconds(2), 100_000, 80_000));

    @Test
    void oneBatchTooManyIsAskedToComeAgain() throws Exception {
        var second = new MockHttpServletResponse();

        admission.doFilter(
                request(60_000),
                new MockHttpServletResponse(),
                // While the first is inside, the second comes.
                (_, _) -> admission.doFilter(request(60_000), second, (_, _) -> second.setStatus(202)));

        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("2");
        assertThat(second.getContentAsString()).contains("\"code\":\"busy\"");
    }

    @Test
    void smallBatchesGoInTogether() throws Exception {
        var second = new MockHttpServletResponse();

        admission.doFilter(
                request(60_000),
                new MockHttpServletResponse(),
                (_, _) -> admission.doFilter(request(300), second, (_, _) -> second.setStatus(202)));

        assertThat(second.getStatus()).isEqualTo(202);
    }

    @Test
    void aCompressedBatchCountsAsWhatItMayBecome() throws Exception {
        var second = new MockHttpServletResponse();
        MockHttpServletRequest compressed = request(4_000);
        compressed.addHeader("Content-Encoding", "gzip");

        admission.doFilter(
                compressed,
                new MockHttpServletResponse(),
                (_, _) -> admission.doFilter(request(60_000), second, (_, _) -> second.setStatus(202)));

        assertThat(second.getStatus()).isEqualTo(503);
    }

    @Test
    void theNextOneIsLetIn() throws Exception {
        for (int i = 0; i < 3; i++) {
            var response = new MockHttpServletResponse();
            admission.doFilter(request(80_000), response, (_, _) -> response.setStatus(202));
            assertThat(response.getStatus()).isEqualTo(202);
        }
    }

    private static MockHttpServletRequest request(int bytes) {
        var request = new MockHttpServletRequest();
        request.setContent(new byte[bytes]);
        return request;
    }
}
