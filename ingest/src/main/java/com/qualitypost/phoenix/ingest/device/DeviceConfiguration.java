package com.qualitypost.phoenix.ingest.device;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports gaps where the role {@code writer} runs, because it has the database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
class DeviceConfiguration {
    @Bean
    DeviceGaps deviceGaps(DataSource operatorNode) {
        return new DeviceGaps(JdbcClient.create(operatorNode));
    }

    @Bean
    DeviceMeters deviceMeters(DeviceGaps gaps) {
        return new DeviceMeters(gaps, Clock.systemUTC());
    }
}
