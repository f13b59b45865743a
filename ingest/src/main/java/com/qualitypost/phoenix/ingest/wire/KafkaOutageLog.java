package com.qualitypost.phoenix.ingest.wire;

import com.qualitypost.phoenix.background.Background;
import com.qualitypost.phoenix.background.OutageLog;
import com.qualitypost.phoenix.web.health.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Logs once that Kafka is away and once that it is back, whether or not scans arrive. */
@Component
class KafkaOutageLog implements BackgroundWork {
    private static final Logger log = LoggerFactory.getLogger(KafkaOutageLog.class);
    private static final int PAUSE_MS = 1_000;

    /** A single late answer is not an outage. */
    private static final int MISSED_BEFORE_AWAY = 2;

    private final KafkaHealth kafka;
    private final OutageLog outage = new OutageLog(log, "Kafka does not answer", "Kafka answers again.");
    private final Background background = Background.virtual("kafka-watch", this::watch);

    KafkaOutageLog(KafkaHealth kafka) {
        this.kafka = kafka;
    }

    private void watch() throws InterruptedException {
        int missed = 0;
        while (true) {
            Thread.sleep(PAUSE_MS);
            boolean answers = kafka.health().getStatus().equals(Status.UP);
            missed = answers ? 0 : missed + 1;
            if (answers) {
                outage.works();
            } else if (missed >= MISSED_BEFORE_AWAY) {
                outage.failed("scans are refused with 503, and nothing is judged or written, until it does.");
            }
        }
    }

    @Override
    public Background background() {
        return background;
    }
}
