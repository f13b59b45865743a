package com.qualitypost.phoenix.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.topic.Topic;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    private final KafkaSettings settings =
            new KafkaSettings("kafka:9092", "eu.", Map.of("security.protocol", "SSL", "acks", "1"));

    @Test
    void whatIsSetForAllIsGivenToEveryClient() {
        assertThat(settings.client())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("bootstrap.servers", "kafka:9092");
        assertThat(settings.consumer()).containsEntry("security.protocol", "SSL");
    }

    @Test
    void whatAGuaranteeNeedsOverridesIt() {
        assertThat(settings.producer(Topic.SCANS))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("acks", "all")
                .containsEntry("compression.type", "lz4");
    }

    @Test
    void aTopicsNameBeginsWithThePrefix() {
        assertThat(settings.name(Topic.SCANS)).isEqualTo("eu.scans");
    }

    @Test
    void withoutServersNoClientIsMade() {
        var none = new KafkaSettings("", "", Map.of());

        assertThat(none.isThere()).isFalse();
        assertThatThrownBy(none::client).hasMessageContaining("phoenix.kafka.bootstrap-servers");
    }
}
