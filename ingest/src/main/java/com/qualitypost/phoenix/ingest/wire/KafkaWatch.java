package com.qualitypost.phoenix.ingest.wire;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Says once that Kafka is away and once that it is back, whether or not scans come. */
@Component
class KafkaWatch {

    private static final Logger log = LoggerFactory.getLogger(KafkaWatch.class);
    private static final int PAUSE_MS = 1_000;

    /** One answer that is late is no absence. */
    private static final int MISSED_BEFORE_AWAY = 2;

    private final KafkaHealth kafka;
    private final CountDownLatch stopping = new CountDownLatch(1);

    KafkaWatch(KafkaHealth kafka) {
        this.kafka = kafka;
    }

    @PostConstruct
    void start() {
        Thread.ofVirtual().name("kafka-watch").start(this::watch);
    }

    private void watch() {
        try {
            int missed = 0;
            while (!stopping.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                boolean answers = kafka.health().getStatus().equals(Status.UP);
                if (answers && missed >= MISSED_BEFORE_AWAY) {
                    log.info("Kafka answers again.");
                } else if (!answers && missed + 1 == MISSED_BEFORE_AWAY) {
                    log.warn(
                            "Kafka does not answer: scans are refused with 503, and nothing is judged or written, until it does.");
                }
                missed = answers ? 0 : missed + 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
