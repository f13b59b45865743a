package com.qualitypost.phoenix.ingest.sandbox;

import com.qualitypost.phoenix.ingest.gateway.SandboxGateway;
import com.qualitypost.phoenix.ingest.merchant.Merchants;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The gateway's sandbox. Shipments can be walked only where the tables are written, because only the tables tell how
 * far they are.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("phoenix.gateway.sandbox")
@ConditionalOnProperty(name = "phoenix.gateway.enabled", matchIfMissing = true)
class SandboxConfiguration {
    @Bean
    FixedParcels fixedParcels(SandboxGateway door) {
        return new FixedParcels(door, Clock.systemUTC());
    }

    @Bean
    @ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
    TestKeys testKeys(Merchants merchants) {
        return new TestKeys(merchants);
    }

    @Bean
    @ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
    TestShipmentWalk walk(SandboxGateway door, DataSource operatorNode) {
        return new TestShipmentWalk(door, new TestShipments(JdbcClient.create(operatorNode)), Clock.systemUTC());
    }
}
