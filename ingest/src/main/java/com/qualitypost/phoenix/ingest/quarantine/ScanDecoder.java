package com.qualitypost.phoenix.ingest.quarantine;

import com.google.re2j.Pattern;
import com.qualitypost.phoenix.ingest.stream.record.ContentId;
import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.AvroReader.RegistryAwayException;
import com.qualitypost.phoenix.ingest.wire.AvroReader.UnreadableException;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.Optional;
import java.util.UUID;

/** Decodes a record as far as it can be read. */
class ScanDecoder implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("[!-~]{1," + TrackingNumber.LONGEST + "}");

    private final AvroReader<Scan> reader;

    ScanDecoder(AvroReader<Scan> reader) {
        this.reader = reader;
    }

    synchronized Optional<Scan> scan(QuarantinedRecord record) {
        try {
            return Optional.of(reader.read(record.id().topic(), record.value()));
        } catch (UnreadableException | RegistryAwayException e) {
            return Optional.empty();
        }
    }

    /** The row that the fact will have once it is accepted. */
    ReplayLog.Fact fact(QuarantinedRecord record) {
        return scan(record)
                .filter(scan -> NUMBER.matcher(scan.getTrackingNumber()).matches())
                .map(scan -> new ReplayLog.Fact(scan.getTrackingNumber(), factId(scan, record.reason())))
                .orElse(new ReplayLog.Fact(null, null));
    }

    /** Its own id belongs to a scan with different content, so finding that id would say nothing about this one. */
    private static UUID factId(Scan scan, String reason) {
        return reason.equals("conflict") ? ContentId.of(scan) : scan.getScanId();
    }

    @Override
    public void close() {
        reader.close();
    }
}
