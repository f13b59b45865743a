package com.qualitypost.phoenix.ingest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.kafka.KafkaServer;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KafkaOutageLogTest {
    private static final String AWAY = "Kafka does not answer";
    private static final String BACK = "Kafka answers again";

    private final Ports ports = Ports.free();

    @Test
    void itIsSaidOnceThatKafkaIsAwayAndOnceThatItIsBack(CapturedOutput output) {
        KafkaServer broker = start();
        KafkaHealth health = new KafkaHealth(new KafkaSettings(broker.bootstrapServers(), "", Map.of()));
        KafkaOutageLog watch = new KafkaOutageLog(health);
        watch.start();
        try {
            broker.kill();
            await().untilAsserted(() -> assertThat(output).contains(AWAY));

            try (KafkaServer _ = start()) {
                await().untilAsserted(() -> assertThat(output).contains(BACK));
                assertThat(output.toString()).containsOnlyOnce(AWAY).containsOnlyOnce(BACK);
            }
        } finally {
            watch.stop();
            health.close();
        }
    }

    private KafkaServer start() {
        return KafkaServer.start(TestServers.folder("watched-kafka"), ports, Lifetime.ATTACHED);
    }
}
