package com.qualitypost.phoenix.ingest;

import com.qualitypost.phoenix.admission.AdmissionConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Ingest in the roles that its settings give it: gateway, streams, writer, or all three in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(AdmissionConfiguration.class)
public class IngestApplication {

    public static void main(String[] args) {
        SpringApplication.run(IngestApplication.class, args);
    }
}
