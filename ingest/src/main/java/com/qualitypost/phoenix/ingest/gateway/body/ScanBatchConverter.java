package com.qualitypost.phoenix.ingest.gateway.body;

import com.qualitypost.phoenix.schemas.Source;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a batch without reading its scans. */
@Component
class ScanBatchConverter extends AbstractHttpMessageConverter<ScanBatch> {
    private final JsonMapper json;

    ScanBatchConverter(JsonMapper json) {
        super(MediaType.APPLICATION_JSON);
        this.json = json;
    }

    /** A batch without its scans. */
    record Head(
            @Nullable String deviceId,
            @Nullable OffsetDateTime sentAt,
            @Nullable String bootId,
            @Nullable Long uptimeMs,
            @Nullable Source source) {}

    @Override
    protected boolean supports(Class<?> type) {
        return type == ScanBatch.class;
    }

    @Override
    @SuppressWarnings("NullAway") // Whether there are any scans is checked with the batch.
    protected ScanBatch readInternal(Class<? extends ScanBatch> type, HttpInputMessage message) throws IOException {
        try {
            BatchOutline outline = BatchOutline.of(message.getBody().readAllBytes(), ScanBatch.MAX_SCANS);
            Head head = json.readValue(outline.head(), Head.class);
            return new ScanBatch(
                    head.deviceId(), head.sentAt(), head.bootId(), head.uptimeMs(), head.source(), outline.scans());
        } catch (BatchOutline.NoBatchException e) {
            throw new HttpMessageNotReadableException(String.valueOf(e.getMessage()), e, message);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException(JsonErrors.sentence(e, "the body"), e, message);
        }
    }

    @Override
    protected boolean canWrite(@Nullable MediaType type) {
        return false;
    }

    @Override
    protected void writeInternal(ScanBatch batch, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("A batch is only read");
    }
}
