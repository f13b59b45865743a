package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.projections.projector.Omissions;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.tables.Answers;
import com.qualitypost.phoenix.tables.Timeline;
import com.qualitypost.phoenix.tables.Timeline.Line;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the rows of {@code tracking_view} from shipments; what cannot be read of one is left out. */
@Component
public class TrackingRows {
    private static final String EVENTS = "events";

    /** Several times what the largest parcel takes; no table holds one over 16 MB. */
    private static final int LONGEST_ANSWER_BYTES = 4 << 20;

    private final AnswerRenderer spanish = new AnswerRenderer(Language.ES);
    private final AnswerRenderer english = new AnswerRenderer(Language.EN);

    public TrackingRow of(ShipmentRecord shipment, long changeSeq) {
        var omissions = new Omissions();
        TrackingRow whole = row(shipment, timeline(shipment, omissions), omissions, changeSeq);
        if (whole.bytes() <= 2 * LONGEST_ANSWER_BYTES) {
            return whole;
        }
        omissions.leaveOut(EVENTS, "they take %d bytes".formatted(whole.bytes()));
        return row(shipment, List.of(), omissions, changeSeq);
    }

    private TrackingRow row(ShipmentRecord shipment, List<Event> timeline, Omissions omissions, long changeSeq) {
        Answers answers = Answers.of(spanish.of(shipment, timeline), english.of(shipment, timeline));
        return new TrackingRow(shipment, answers, omissions, changeSeq);
    }

    private static List<Event> timeline(ShipmentRecord shipment, Omissions omissions) {
        List<Line> all = omissions.unlessUnreadable(EVENTS, () -> Timeline.read(shipment.timeline()), List.of());
        List<Event> possible = Event.possible(all);
        if (possible.size() < all.size()) {
            omissions.leaveOut(
                    EVENTS, "%d of %d have an impossible time".formatted(all.size() - possible.size(), all.size()));
        }
        return possible;
    }
}
