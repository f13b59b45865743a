package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.projections.projector.Shipment;
import com.qualitypost.phoenix.projections.tracking.Timeline.Line;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Makes the rows of {@code tracking_view} from shipments. */
@Component
public class TrackingRows {

    private static final Logger log = LoggerFactory.getLogger(TrackingRows.class);

    private final Answers spanish = new Answers(Language.ES);
    private final Answers english = new Answers(Language.EN);

    public TrackingRow of(Shipment shipment, long changeSeq) {
        List<Line> timeline = timeline(shipment);
        return new TrackingRow(shipment, spanish.of(shipment, timeline), english.of(shipment, timeline), changeSeq);
    }

    /** One damaged row must not stop all others: its answer then comes without events. */
    private static List<Line> timeline(Shipment shipment) {
        try {
            return Timeline.read(shipment.timeline());
        } catch (JacksonException e) {
            log.error(
                    "The timeline of {} (generation {}, revision {}) cannot be read and is left out of its answer: {}",
                    shipment.trackingNumber(),
                    shipment.generation(),
                    shipment.revision(),
                    e.getOriginalMessage());
            return List.of();
        }
    }
}
