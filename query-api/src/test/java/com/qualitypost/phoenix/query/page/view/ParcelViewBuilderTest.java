package com.qualitypost.phoenix.query.page.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.page.PageConfiguration;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer;
import com.qualitypost.phoenix.query.page.view.ProgressBar.Mark;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ParcelViewBuilderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @Test
    void thePlannedWayEndsAtTheDestination() {
        ParcelView view = view("IN_TRANSIT", """
                {"text":"Left.","occurred_at":"2026-11-22T09:00:00.000-06:00","place":{"city":"Puebla","country":"MX"}},
                {"text":"Came.","occurred_at":"2026-11-21T23:30:00.000-06:00","place":{"city":"puebla"}},
                {"text":"Got.","occurred_at":"2026-11-21T09:00:00.000-06:00","place":{"city":"Oaxaca de Juárez"}}""");

        assertThat(view.stops())
                .extracting(ParcelView.Called::name)
                .containsExactly("Oaxaca de Juárez", "puebla", "Mérida");
        assertThat(view.stops()).extracting(ParcelView.Called::mark).containsExactly(Mark.DONE, Mark.HERE, Mark.AHEAD);
    }

    /** A place with the name that somebody reported. */
    @Test
    void thePlacesNamesTurnAndHideNothing() {
        ParcelView view = view("IN_TRANSIT", """
                {"text":"Left.","occurred_at":"2026-11-22T09:00:00.000-06:00","place":{"city":"\\u202Eacul\\u0000oT"}},
                {"text":"Came.","occurred_at":"2026-11-21T09:00:00.000-06:00","place":{"city":"\\u05D9\\u05E4\\u05D5","country":"IL"}},
                {"text":"Got.","occurred_at":"2026-11-20T09:00:00.000-06:00","place":{"city":"\\u200B"}}""");

        assertThat(view.stops())
                .extracting(ParcelView.Called::name)
                .containsExactly("\u2068יפו\u2069, Israel", "acul oT", "Mérida");
    }

    @Test
    void theTimelineIsCutAtTheDaysOfItsPlaces() {
        ParcelView view = view("IN_TRANSIT", """
                {"text":"Left.","occurred_at":"2026-11-22T00:30:00.000-06:00"},
                {"text":"Came.","occurred_at":"2026-11-21T23:30:00.000-06:00"},
                {"occurred_at":"2026-11-20T23:30:00.000-06:00"}""");

        assertThat(view.days())
                .extracting(ParcelView.Day::name)
                .containsExactly("today, Sunday, 22 November", "yesterday, Saturday, 21 November");
    }

    @Test
    void aTimeThatIsNotThePlacesSaysWhoseItIs() {
        ParcelView view = view("IN_TRANSIT", """
                {"text":"Left.","occurred_at":"2026-11-22T09:00:00.000-06:00","clock":"reporter"},
                {"text":"Came.","occurred_at":"2026-11-21T23:30:00.000-06:00"}""");

        assertThat(view.days())
                .flatExtracting(ParcelView.Day::entries)
                .extracting(ParcelView.Entry::clock)
                .containsExactly("Clock of whoever reported it, UTC-06:00", null);
    }

    @Test
    void aWindowOfAnEarlierVersionsAnswerIsOnTheClockOfTheDestination() {
        String words = new ParcelViewBuilder(
                        new Messages(PageConfiguration.messageSource(), Locale.ENGLISH), NOW, RecipientDetails.NOTHING)
                .of(TrackingAnswer.read("""
                        {"tracking_number":"PQ473124829MX","status":"IN_TRANSIT","destination":{"city":"Tijuana"},
                        "promised":{"from":"2026-11-23T17:00:00.000Z","until":"2026-11-24T04:00:00.000Z"}}""".getBytes(UTF_8)))
                .expected()
                .when();

        assertThat(words).isEqualTo("tomorrow, Monday, 23 November, between 09:00 and 20:00");
    }

    @Test
    void aPromiseThatHasPassedMakesAParcelLateUntilItIsThere() {
        assertThat(view("IN_TRANSIT", "").late()).contains("yesterday, Saturday, 21 November");
        assertThat(view("IN_TRANSIT", "").expected()).isNull();
        assertThat(view("DELIVERED", "").late()).isNull();
        assertThat(view("AVAILABLE_FOR_PICKUP", "").late()).isNull();
    }

    @Test
    void nobodyIsToldThatAllIsWellWithAParcelThatIsLate() {
        assertThat(view("PICKED_UP", "").advice()).contains("within two days");
        assertThat(view("IN_TRANSIT", "").advice()).contains("within two days").doesNotContain("expected day");
        assertThat(view("OUT_FOR_DELIVERY", "").advice()).contains("somebody is at home");
    }

    @Test
    void aStatusThatIsNewerThanThisVersionIsShownInItsStoredWords() {
        ParcelView view = view("TELEPORTED", "");

        assertThat(view.headline()).isEqualTo("Stored words.");
        assertThat(view.progress().steps()).isEmpty();
        assertThat(view.next()).isNotBlank();
    }

    @Test
    void progressIsCountedInSteps() {
        assertThat(view("OUT_FOR_DELIVERY", "").progress().here()).isEqualTo(4);
        assertThat(view("DELIVERED", "").progress().here()).isEqualTo(5);
    }

    private static ParcelView view(String status, String events) {
        String body = """
                {"stale":false,"tracking_number":"PQ473124829MX","status":"%s","status_text":"Stored words.",
                "promised":{"from":"2026-11-21T15:00:00.000Z","until":"2026-11-21T23:00:00.000Z"},
                "destination":{"city":"Mérida","country":"MX"},"events":[%s]}""".formatted(status, events);
        return new ParcelViewBuilder(
                        new Messages(PageConfiguration.messageSource(), Locale.ENGLISH), NOW, RecipientDetails.NOTHING)
                .of(TrackingAnswer.read(body.getBytes(UTF_8)));
    }
}
