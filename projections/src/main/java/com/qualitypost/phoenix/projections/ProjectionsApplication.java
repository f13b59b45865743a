package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps the read side up to date from the writer's binlog, and announces what has changed. */
@SpringBootApplication
@ConfigurationPropertiesScan(basePackageClasses = {ProjectionsApplication.class, KafkaSettings.class})
class ProjectionsApplication {
    public static void main(String[] args) {
        SpringApplication.run(ProjectionsApplication.class, args);
    }
}
