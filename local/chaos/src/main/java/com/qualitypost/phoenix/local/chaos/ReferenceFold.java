package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.chaos.content.TableContent;
import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.WriterTables.NumberRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reference fold, for those who send scans without a ledger because they can make them again. */
public final class ReferenceFold {
    private ReferenceFold() {}

    /** A scan that was acknowledged, as far as the fold needs it. */
    public record Sent(UUID scanId, String trackingNumber, String kind, Instant occurredAt) {}

    /**
     * Compares the shipments and answers of these parcels with what must have become of their scans.
     *
     * @param numbers of parcels that nobody else reports on
     * @param sent everything that was acknowledged of them
     * @return what is wrong; empty if nothing is
     */
    public static List<String> check(Addresses addresses, NumberRange numbers, Collection<Sent> sent) {
        Map<UUID, Ledger.Entry> entries = sent.stream()
                .map(scan -> new Ledger.Entry(scan.scanId, scan.trackingNumber, scan.kind, scan.occurredAt))
                .collect(Collectors.toMap(Ledger.Entry::scanId, Function.identity()));
        try (TableContent tables = new TableContent(addresses, numbers)) {
            return Checker.checkAnswers(new Ledger.Pages(entries, entries.keySet()), tables);
        }
    }
}
