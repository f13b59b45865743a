package com.qualitypost.phoenix.kafka;

import com.qualitypost.phoenix.topic.TrustedRecords;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach the schema registry. Every serializer and deserializer comes from here: Avro in Confluent's wire format.
 *
 * @param url of its core API, such as {@code http://127.0.0.1:8085/apis/registry/v3}
 * @param properties of Apicurio's client under its own names: {@code apicurio.registry.auth.username} ...
 */
@Validated
@ConfigurationProperties("phoenix.registry")
public record RegistrySettings(
        @NotBlank String url, @DefaultValue Map<String, String> properties) {

    static {
        TrustedRecords.establish();
    }

    @ConstructorBinding
    public RegistrySettings {}

    /** For a registry that needs no login. */
    public RegistrySettings(String url) {
        this(url, Map.of());
    }

    /** Schemas are registered by the deployment, never from here. */
    public <T> Serializer<T> serializer() {
        var serializer = new AvroKafkaSerializer<T>();
        serializer.configure(serde(), false);
        return serializer;
    }

    public <T> Deserializer<T> deserializer() {
        var deserializer = new AvroKafkaDeserializer<T>();
        deserializer.configure(serde(), false);
        return deserializer;
    }

    /** Ids are looked up by a schema's whole text and then cached for ever: a schema never changes. */
    private Map<String, Object> serde() {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(SchemaResolverConfig.REGISTRY_URL, url);
        all.put(SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, false);
        all.put(SchemaResolverConfig.DEREFERENCE_SCHEMA, true);
        all.put(SchemaResolverConfig.RETRY_COUNT, 0);
        all.put(AvroSerdeConfig.AVRO_DATUM_PROVIDER, CachedDatumProvider.class.getName());
        all.put(AvroSerdeConfig.USE_SPECIFIC_AVRO_READER, true);
        return all;
    }

    /** Leaves the values out: some are passwords. */
    @Override
    public String toString() {
        return url + " " + properties.keySet();
    }
}
