package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Reason;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Leads a life to the end of its scenario. */
final class ParcelScript {
    private final Life life;
    private final RandomGenerator random;

    ParcelScript(Life life, RandomGenerator random) {
        this.life = life;
        this.random = random;
    }

    void tell(Scenario story) {
        life.order();
        switch (story) {
            case ANNOUNCED -> {}
            case VOIDED -> life.cancel();
            case PICKED_UP -> life.pickUp();
            case UNDER_WAY -> life.travel(0.7);
            case MISSORTED -> life.hold(Kind.MISSORTED, Reason.CARRIER_MISSORTED);
            case STUCK_IN_WEATHER -> life.hold(Kind.DELAYED, Reason.WEATHER_DELAYED);
            case LOST -> {
                life.travel(0.5);
                life.lose();
            }
            case ADDRESS_UNCLEAR -> {
                life.travel(1);
                life.scan(Kind.ADDRESS_QUERY, Map.of("reason", Reason.SHIPPER_ADDRESS_WRONG.code()));
            }
            case DELIVERED,
                    DELIVERED_AT_SECOND_TRY,
                    COLLECTED,
                    ON_ITS_ROUND,
                    NOBODY_HOME,
                    AT_THE_COUNTER,
                    GOING_BACK,
                    WENT_BACK -> round(story);
        }
    }

    private void round(Scenario story) {
        life.travel(1);
        life.takeOut(20, 60);
        switch (story) {
            case ON_ITS_ROUND -> {}
            case DELIVERED -> life.deliver(random.nextInt(5) == 0 ? "neighbour" : "recipient");
            case DELIVERED_AT_SECOND_TRY -> {
                life.fail(Reason.CONSIGNEE_ABSENT);
                life.takeOut(60, 120);
                life.deliver("recipient");
            }
            case GOING_BACK, WENT_BACK -> {
                life.fail(Reason.CONSIGNEE_REFUSED);
                life.goBack(story == Scenario.WENT_BACK);
            }
            case AT_THE_COUNTER, COLLECTED -> {
                life.fail(Reason.CONSIGNEE_ABSENT);
                life.scan(Kind.READY_FOR_PICKUP, Map.of("reason", Reason.CONSIGNEE_COLLECTS.code()));
                if (story == Scenario.COLLECTED) {
                    life.scan(Kind.DELIVERED, Map.of("delivered_to", "counter"));
                }
            }
            default -> life.fail(random.nextBoolean() ? Reason.CONSIGNEE_ABSENT : Reason.OTHER_NO_ACCESS);
        }
    }
}
