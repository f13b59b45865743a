package com.qualitypost.phoenix.query;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.web.draining.ConnectionDraining;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the query API. */
@SpringBootApplication
@ConfigurationPropertiesScan(basePackageClasses = {QueryApplication.class, KafkaSettings.class})
@Import(ConnectionDraining.class)
class QueryApplication {
    public static void main(String[] args) {
        SpringApplication.run(QueryApplication.class, args);
    }
}
