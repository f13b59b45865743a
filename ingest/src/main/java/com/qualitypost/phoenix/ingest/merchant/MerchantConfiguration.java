package com.qualitypost.phoenix.ingest.merchant;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Manages merchants where the tables are written. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
class MerchantConfiguration {
    @Bean
    Merchants merchants(DataSource operatorNode) {
        return new Merchants(JdbcClient.create(operatorNode));
    }
}
