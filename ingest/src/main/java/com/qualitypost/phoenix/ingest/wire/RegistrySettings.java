package com.qualitypost.phoenix.ingest.wire;

import static io.apicurio.registry.resolver.config.SchemaResolverConfig.AUTO_REGISTER_ARTIFACT;
import static io.apicurio.registry.resolver.config.SchemaResolverConfig.DEREFERENCE_SCHEMA;
import static io.apicurio.registry.resolver.config.SchemaResolverConfig.REGISTRY_URL;
import static io.apicurio.registry.resolver.config.SchemaResolverConfig.RETRY_COUNT;
import static io.apicurio.registry.serde.avro.AvroSerdeConfig.AVRO_DATUM_PROVIDER;
import static io.apicurio.registry.serde.avro.AvroSerdeConfig.USE_SPECIFIC_AVRO_READER;

import com.qualitypost.phoenix.topic.TrustedRecords;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach the schema registry. The settings of every client come from here.
 *
 * @param url of its core API, such as {@code http://127.0.0.1:8085/apis/registry/v3}
 * @param properties of Apicurio's client under its own names: {@code apicurio.registry.auth.username} ...
 */
@Validated
@ConfigurationProperties("phoenix.registry")
public record RegistrySettings(
        @NotBlank @DefaultValue("http://127.0.0.1:8085/apis/registry/v3")
        String url,

        @DefaultValue Map<String, String> properties) {

    static {
        TrustedRecords.establish();
    }

    @ConstructorBinding
    public RegistrySettings {}

    /** For a registry that needs no login. */
    public RegistrySettings(String url) {
        this(url, Map.of());
    }

    /** Returns a serializer for Confluent's wire format. Schemas are registered by the deployment, never from here. */
    public <T> Serializer<T> serializer() {
        var serializer = new AvroKafkaSerializer<T>();
        serializer.configure(serde(), false);
        return serializer;
    }

    /** Ids are looked up by a schema's whole text and then cached for ever: a schema never changes. */
    Map<String, Object> serde() {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(Map.of(
                REGISTRY_URL,
                url,
                AUTO_REGISTER_ARTIFACT,
                false,
                DEREFERENCE_SCHEMA,
                true,
                RETRY_COUNT,
                0,
                AVRO_DATUM_PROVIDER,
                CachedDatumProvider.class.getName(),
                USE_SPECIFIC_AVRO_READER,
                true));
        return all;
    }

    /** Leaves the values out: some are passwords. */
    @Override
    public String toString() {
        return url + " " + properties.keySet();
    }
}
