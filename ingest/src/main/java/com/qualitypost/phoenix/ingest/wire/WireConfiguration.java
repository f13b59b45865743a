package com.qualitypost.phoenix.ingest.wire;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells all roles how the topics are called. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {
    @Bean
    KafkaTopics kafkaTopics(KafkaSettings kafka) {
        return new KafkaTopics(kafka.topicPrefix());
    }
}
