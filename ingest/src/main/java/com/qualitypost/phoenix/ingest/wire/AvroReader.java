package com.qualitypost.phoenix.ingest.wire;

import com.microsoft.kiota.ApiException;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads records from bytes that may be anything. Not thread-safe. */
public final class AvroReader<T> implements AutoCloseable {
    private static final int NOT_FOUND = 404;
    private static final int HEADER_BYTES = 5;

    private final Class<T> type;
    private final Deserializer<Object> deserializer;

    public AvroReader(Class<T> type, RegistrySettings registry) {
        this.type = type;
        this.deserializer = registry.deserializer();
    }

    /**
     * Returns the record in these bytes.
     *
     * @throws UnreadableException when retrying will not help: the bytes themselves are wrong
     * @throws RegistryAwayException when the schema registry has to be asked and does not answer
     */
    public T read(String topic, byte @Nullable [] bytes) throws UnreadableException {
        if (bytes == null || bytes.length < HEADER_BYTES || bytes[0] != 0) {
            throw new UnreadableException(
                    "not Avro in Confluent's wire format (a zero byte and a four-byte schema id)", null);
        }
        try {
            return type.cast(deserializer.deserialize(topic, bytes));
        } catch (RuntimeException e) {
            // Whatever made the decoder fail, the bytes are kept and a person will see them.
            throw unreadableUnlessRegistryIsAway(e);
        }
    }

    private UnreadableException unreadableUnlessRegistryIsAway(RuntimeException e) {
        boolean whileResolvingTheSchema = e.getClass() == RuntimeException.class;
        if (!whileResolvingTheSchema) {
            return new UnreadableException("not a %s: %s".formatted(type.getSimpleName(), e.getMessage()), e);
        }
        if (isNotFound(e)) {
            return new UnreadableException("its schema id is unknown to the registry", e);
        }
        throw new RegistryAwayException(e);
    }

    private static boolean isNotFound(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException api && api.getResponseStatusCode() == NOT_FOUND) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        deserializer.close();
    }

    /** The bytes are not one of our records and never will be. */
    public static final class UnreadableException extends Exception {
        UnreadableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The schema registry does not answer; the record can be read once it does. */
    public static final class RegistryAwayException extends RuntimeException {
        RegistryAwayException(Throwable cause) {
            super(
                    "The schema registry does not answer; records of a schema not seen before have to wait for it.",
                    cause);
        }
    }
}
