package com.qualitypost.phoenix.query;

import com.qualitypost.phoenix.admission.AdmissionConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The query API as a process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(AdmissionConfiguration.class)
public class QueryApplication {
    public static void main(String[] args) {
        SpringApplication.run(QueryApplication.class, args);
    }
}
