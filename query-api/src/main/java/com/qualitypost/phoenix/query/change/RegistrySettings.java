package com.qualitypost.phoenix.query.change;

import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach the schema registry. The settings of every client come from here.
 *
 * @param url of Apicurio's own API (core v3)
 * @param properties of Apicurio's client under its own names: {@code apicurio.registry.auth.username} ...
 */
@Validated
@ConfigurationProperties("phoenix.registry")
record RegistrySettings(@NotBlank String url, @DefaultValue Map<String, String> properties) {

    /** Settings for one client; what it needs overrides what is set for all. */
    Map<String, Object> client(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(own);
        all.put(SchemaResolverConfig.REGISTRY_URL, url);
        return all;
    }

    /** Leaves the values out: some are passwords. */
    @Override
    public String toString() {
        return url + " " + properties.keySet();
    }
}
