package com.qualitypost.phoenix.projections.projector;

import com.qualitypost.phoenix.tables.PackedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code shipment}: what the rules say of a parcel, as far as a projection shows it. */
public record ShipmentRecord(
        String trackingNumber,
        int generation,
        long revision,
        String status,
        String previousStatus,
        @Nullable Instant statusSince,
        @Nullable String reason,
        boolean actionRequired,
        @Nullable String service,
        @Nullable String destinationCity,
        @Nullable String destinationPostcode,
        @Nullable String destinationCountry,
        Window promised,
        @Nullable Instant staleAfter,
        boolean proof,
        PackedText timeline,
        Order order) {
    /**
     * Whose parcel it is, and by what its merchant finds it.
     *
     * @param references as JSON
     * @param created when its first fact happened
     * @param updated when this state was written
     */
    public record Order(
            @Nullable String merchantId,
            @Nullable String references,
            @Nullable Instant created,
            @Nullable Instant updated) {}

    /** A span of time, open at a side that is not known. */
    public record Window(@Nullable Instant from, @Nullable Instant until) {}

    /** The columns of one row, wherever it was read. */
    public interface Columns {
        @Nullable
        String text(String column);

        long number(String column);

        boolean flag(String column);

        @Nullable
        Instant time(String column);

        /** The bytes of a column that may not be null. */
        byte[] bytes(String column);

        /** The text of a column that may not be null. */
        default String required(String column) {
            String text = text(column);
            if (text == null) {
                throw new IllegalStateException("The column shipment." + column + " is null");
            }
            return text;
        }
    }

    /** The size of the columns that may be long. */
    public long size() {
        String references = order.references();
        return Math.max(0, timeline.unpackedSize()) + (references == null ? 0 : references.length());
    }

    public static ShipmentRecord of(Columns row) {
        return new ShipmentRecord(
                row.required("tracking_number"),
                Math.toIntExact(row.number("generation")),
                row.number("revision"),
                row.required("status"),
                row.required("previous_status"),
                row.time("status_since"),
                row.text("reason"),
                row.flag("action_required"),
                row.text("service"),
                row.text("destination_city"),
                row.text("destination_postcode"),
                row.text("destination_country"),
                new Window(row.time("promised_from"), row.time("promised_until")),
                row.time("stale_after"),
                row.flag("proof"),
                new PackedText(row.bytes("timeline")),
                new Order(
                        row.text("merchant_id"),
                        row.text("ticket_references"),
                        row.time("first_event_at"),
                        row.time("written_at")));
    }
}
