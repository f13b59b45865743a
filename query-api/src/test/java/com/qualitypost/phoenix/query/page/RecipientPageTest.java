package com.qualitypost.phoenix.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What the page shows to people who prove to be the recipient, and how little to everybody else. */
class RecipientPageTest extends RunningPages {
    private static final String WRONG = "factor=00000";

    private final TrackingNumber unknown = anyNumber();
    private final TrackingNumber known = anyNumber();

    @Test
    void thePostcodeShowsExactPlacesAndHowItWasHandedOver() {
        Seen page = tries(Story.DELIVERED.number, "factor=97+000");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Calle 60 #501 · 97000 · Mérida", "To a neighbour", "We have a signature or a photo")
                .contains("hx-post=\"" + page(Story.DELIVERED))
                .doesNotContain("hx-get", "id=\"door\"");
    }

    @Test
    void nobodyKeepsOrPassesOnWhatIsShownThen() {
        for (String factor : new String[] {"factor=97000", WRONG}) {
            Seen page = tries(Story.DELIVERED.number, factor);

            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.header("X-Robots-Tag")).contains("noindex");
        }
    }

    @Test
    void aWrongFactorAndAnUnknownNumberAreToldApartByNothing() {
        readSide().answers(known, 1, Story.DELIVERED.untilStale(), "{}", "{}");
        readSide().shipment(known, Story.POSTCODE, "recipient", "[]");
        for (int i = 0; i < 6; i++) {
            Seen ofKnown = tries(known, WRONG);
            Seen ofUnknown = tries(unknown, WRONG);

            assertThat(ofUnknown.status()).isEqualTo(i < 5 ? 403 : 429);
            assertThat(ofKnown.status()).isEqualTo(ofUnknown.status());
            assertThat(ofKnown.headers().headerNames())
                    .isEqualTo(ofUnknown.headers().headerNames());
            assertThat(ofKnown.body().replace(known.value(), unknown.value())).isEqualTo(ofUnknown.body());
        }
    }

    @Test
    void anEmptyFieldIsNoTry() {
        Seen answer = tries(known, "factor=+-+");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/t/" + known);
    }

    @Test
    void whereThereIsNoNumberThereIsTheSearchBox() {
        Seen answer = customer.posts(
                "/t/short",
                "factor=97000",
                "Accept-Language",
                "en",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<textarea");
    }

    private Seen tries(TrackingNumber number, String form) {
        return customer.posts(
                "/t/" + number, form, "Accept-Language", "en", "Content-Type", "application/x-www-form-urlencoded");
    }

    private static TrackingNumber anyNumber() {
        return TrackingNumber.ours(ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
