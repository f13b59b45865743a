package com.qualitypost.phoenix.query.operations.desk;

import com.qualitypost.phoenix.query.operations.desk.DeskEntry.Correction;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports corrections the way every device reports: to the gateway, which answers once Kafka has them. */
@Component
public class Gateway implements AutoCloseable {
    /** By it operators find all corrections that were made here. */
    static final String DEVICE = "support-desk";

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);

    /** The gateway answers within three seconds, whether or not Kafka does. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private static final int LONGEST_ANSWER = 65_536;
    private static final int ACCEPTED = 202;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI scans;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    Gateway(DeskSettings settings) {
        this.scans = settings.gateway().resolve("/v1/scans");
    }

    /** What the gateway said. */
    public sealed interface Answer {
        /** All in-sync replicas of Kafka have it. */
        record Accepted() implements Answer {}

        record Rejected(String detail) implements Answer {}

        /** It may have been accepted, or not; it can be sent again. */
        record Away() implements Answer {}
    }

    public Answer report(DeskEntry entry, Correction correction) {
        byte[] batch = JSON.writeValueAsBytes(Map.of(
                "device_id",
                DEVICE,
                "source",
                "DEPOT",
                "sent_at",
                time(Instant.now()),
                "scans",
                List.of(Map.of(
                        "scan_id", entry.id(),
                        "tracking_number", entry.parcel().value(),
                        "kind", Kind.CORRECTION,
                        "occurred_at", time(entry.at()),
                        "corrects",
                                Map.of(
                                        "scan_id",
                                        correction.scanId(),
                                        "error",
                                        correction.mistake().word())))));
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(scans)
                            .timeout(ANSWER_WITHIN)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(batch))
                            .build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
            return read(answer);
        } catch (IOException | JacksonException e) {
            log.warn("The gateway at {} does not answer: {}", scans, e.toString());
            return new Answer.Away();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Away();
        }
    }

    private Answer read(HttpResponse<String> answer) {
        if (answer.statusCode() != ACCEPTED) {
            log.warn("The gateway at {} has refused a correction: {}", scans, answer.body());
            return new Answer.Away();
        }
        JsonNode result = JSON.readTree(answer.body()).path("results").path(0);
        return switch (result.path("status").asString("")) {
            case "accepted" -> new Answer.Accepted();
            case "rejected" -> new Answer.Rejected(result.path("detail").asString(""));
            default -> new Answer.Away();
        };
    }

    /** With the offset that most of our parcels have, because an operator's own is not known. */
    private static String time(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.atZone(TimeZones.MOST_OF_MEXICO).toOffsetDateTime());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
