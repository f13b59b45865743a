package com.qualitypost.phoenix.projections.merchant;

import com.qualitypost.phoenix.projections.projector.ChangeBatch;
import com.qualitypost.phoenix.projections.projector.OmissionLog;
import com.qualitypost.phoenix.projections.projector.Omissions;
import com.qualitypost.phoenix.projections.projector.Projection;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps merchants' lists in line with the shipments. Its changes get no numbers, because nobody is told of them. */
@Component
public class MerchantShipments implements Projection {
    private final MerchantTable table;
    private final ReferenceTable references;
    private final OmissionLog leftOut;

    MerchantShipments(MerchantTable table, ReferenceTable references, OmissionLog leftOut) {
        this.table = table;
        this.references = references;
        this.leftOut = leftOut;
    }

    @Override
    public void apply(ChangeBatch batch, long changesBefore) {
        write(batch.shipments());
        remove(batch.removed());
    }

    /** Writes a batch like {@link #apply}, but also over rows that are equally new. */
    public void replace(ChangeBatch batch) {
        remove(batch.shipments().stream().map(ShipmentRecord::trackingNumber).toList());
        apply(batch, 0);
    }

    /**
     * Removes references of parcels that are in no list, after {@code after} up to {@code end} (null: all of them).
     */
    public void removeOrphans(String after, @Nullable String end) {
        references.removeOrphans(after, end);
    }

    private void write(List<ShipmentRecord> shipments) {
        List<MerchantRow> rows = shipments.stream().map(this::row).toList();
        table.upsert(rows);
        references.write(rows);
    }

    private MerchantRow row(ShipmentRecord shipment) {
        var omissions = new Omissions();
        MerchantRow row = MerchantRow.of(shipment, omissions);
        leftOut.note(shipment, omissions);
        return row;
    }

    private void remove(List<String> numbers) {
        table.remove(numbers);
        references.remove(numbers);
    }
}
