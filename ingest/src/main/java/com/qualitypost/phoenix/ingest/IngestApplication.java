package com.qualitypost.phoenix.ingest;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts ingest in the roles that its settings enable: gateway, streams, writer, or all three in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan(basePackageClasses = {IngestApplication.class, KafkaSettings.class})
class IngestApplication {
    public static void main(String[] args) {
        SpringApplication.run(IngestApplication.class, args);
    }
}
