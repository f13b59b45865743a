package com.qualitypost.phoenix.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer's browser receives. */
class ParcelPageTest extends RunningPages {
    @ParameterizedTest
    @EnumSource
    void everyParcelIsShownInItsStoredWordsAndWithoutWhatIsPersonal(Story story) {
        for (String language : new String[] {"es", "en"}) {
            Seen page = customer.gets(page(story), "Accept-Language", language);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(page.header("Content-Language")).startsWith(language);
            assertThat(page.body())
                    .contains(
                            "<html lang=\"" + language,
                            story.number.value(),
                            Story.words(language)
                                    .getProperty("status."
                                            + TrackingAnswer.read(
                                                            story.body(language).getBytes())
                                                    .status()))
                    .doesNotContain(Story.SECRET, "??", "th:");
        }
    }

    @Test
    void thePageLoadsNothingFromOthersAndIsNotIndexed() {
        Seen page = customer.gets(page(Story.ON_ITS_WAY));

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(page.body()).doesNotContain("style=", "<style", "onclick", "src=\"http", "href=\"http");
        assertThat(page.body()).containsPattern("src=\"/webjars/htmx.org/[0-9.]+/dist/htmx.min.js\"");
        assertThat(page.body()).containsPattern("href=\"/assets/page-[0-9a-f]{32}.css\"");
    }

    @Test
    void whatAPageLoadsMayBeKeptForGood() {
        String body = customer.gets("/").body();

        for (String file :
                new String[] {"/assets/page-[0-9a-f]+.css", "/assets/page-[0-9a-f]+.js", "/webjars/[^\"]+"}) {
            var address = Pattern.compile(file).matcher(body);
            assertThat(address.find()).as(file).isTrue();
            Seen loaded = customer.gets(address.group());
            assertThat(loaded.status()).as(file).isEqualTo(200);
            assertThat(loaded.header("Cache-Control")).contains("max-age=31536000", "immutable");
        }
    }

    @Test
    void theLanguageThatWasSwitchedToIsRemembered() {
        Seen switched = customer.gets(page(Story.DELIVERED) + "?lang=en", "Accept-Language", "es");
        Seen later = customer.gets(page(Story.DELIVERED), "Accept-Language", "es", "Cookie", "lang=en");

        assertThat(switched.body()).contains("<html lang=\"en\"", "href=\"" + page(Story.DELIVERED) + "?lang=es\"");
        assertThat(switched.header("Set-Cookie"))
                .startsWith("lang=en; Path=/; Max-Age=31536000")
                .contains("SameSite=Lax");
        assertThat(later.body()).contains("<html lang=\"en\"");
        assertThat(customer.gets("/?lang=fr").body()).contains("<html lang=\"es\"");
    }

    @Test
    void lateAndStaleAreExplained() {
        assertThat(english(Story.LATE)).contains("It is late. Promised: ");
        assertThat(english(Story.STALE)).contains("We have had no news since", "ask the sender");
        assertThat(english(Story.ON_ITS_WAY))
                .doesNotContain("It is late", "no news since")
                .contains("Expected delivery");
        assertThat(english(Story.RETURNING)).doesNotContain("It is late", "Expected delivery");
    }

    @Test
    void theMapIsDrawnWhereAPlaceIsKnown() {
        assertThat(english(Story.ON_ITS_WAY)).contains("<svg", "class=\"leg ahead\"", "Mérida");
        assertThat(english(Story.LOST)).doesNotContain("<svg").contains("Springfield, United States");
    }

    @Test
    void severalNumbersAreShownTogether() {
        String entered = "%s, %s PQ473124821MX PQ473124829MX"
                .formatted(Story.DELIVERED.number, Story.LATE.number.value().toLowerCase(Locale.ROOT));

        Seen page = customer.gets("/?lang=en&q=" + entered);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Your 4 shipments", "href=\"" + page(Story.DELIVERED), "href=\"" + page(Story.LATE))
                .contains("should be 9", "We cannot find this shipment yet");
    }

    @Test
    void oneNumberLeadsToItsPageHoweverItIsWritten() {
        String number = Story.DELIVERED.number.value();
        String spaced = number.substring(0, 2) + " " + number.substring(2, 6) + "-" + number.substring(6);

        for (String written : new String[] {number, spaced, "https://example.com/t/" + number + "?lang=es"}) {
            assertLeadsTo(number, customer.gets("/?q=" + written));
        }
        assertLeadsTo(number, customer.gets("/t/" + spaced));
        assertLeadsTo(number, customer.gets("/t/" + number.toLowerCase(Locale.ROOT)));
    }

    private static void assertLeadsTo(String number, Seen answer) {
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/t/" + number);
    }

    @Test
    void aBrowserGetsAPageWhereThereIsNothingAndAProgramAProblem() {
        for (String address : new String[] {"/nowhere", "/t", "/assets/nothing.css"}) {
            Seen page = customer.gets(address, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
            assertThat(page.status()).as(address).isEqualTo(404);
            assertThat(page.body())
                    .contains("No hay ninguna página", "<textarea")
                    .doesNotContain("\"/assets/page.css");
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
            customer.gets(address, "Accept", "*/*").isProblem(404, "not_found");
        }
    }

    @Test
    void whereThereIsNoParcelThePageIsKindAndTheStatusRight() {
        assertTrouble("/t/PQ473124829MX?lang=en", 404, "We cannot find this shipment yet");
        assertTrouble("/t/RB123456786US?lang=en", 404, "should be 5");
        assertTrouble("/t/PQ473124821MX?lang=en", 400, "should be 9");
        assertTrouble("/t/short?lang=en", 400, "does not look like a tracking number");
        assertTrouble("/?lang=en&q=hello", 400, "does not look like a tracking number");
    }

    @Test
    void aLetterForADigitThatLooksLikeItGetsAHint() {
        Seen page = customer.gets("/t/PQ99OOO0301MX?lang=en");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body())
                .contains("letters instead of digits", "href=\"/t/PQ990000301MX\"", "Look for PQ990000301MX");
        assertThat(customer.gets("/?lang=en&q=PQ 99O OO0 301 MX, PQ473124829MX").body())
                .contains("letters instead of digits", "href=\"/t/PQ990000301MX\"");
    }

    @Test
    void hyphensThatAreNotOfTheNumberDoNotHideIt() {
        TrackingNumber number = new TrackingNumber("K1506235620");
        readSide().parcel(number, 1);
        TestServers.mysql().readerUrl(""); // Waits until the reader has everything.

        assertLeadsTo("K-150-623-562-0", customer.gets("/?q=K-150-623-562-0"));
        assertLeadsTo("K1506235620", customer.gets("/t/K-150-623-562-0"));
        assertThat(customer.gets("/?q=K-150-623-562-0,PQ473124829MX").body()).contains("href=\"/t/K1506235620\"");
    }

    @Test
    void whatWasEnteredIsShownWithoutWhatTurnsOrHidesIt() {
        Seen page = customer.gets("/?lang=en&q=hello \u202Eworld\u0007");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains(">hello world<").doesNotContain("\u202E", "\u0007");
    }

    private void assertTrouble(String address, int status, String words) {
        Seen page = customer.gets(address);
        assertThat(page.status()).as(address).isEqualTo(status);
        assertThat(page.body()).contains(words, "<textarea");
        assertThat(page.header("X-Robots-Tag")).isNotEmpty();
    }

    private String english(Story story) {
        return customer.gets(page(story), "Accept-Language", "en").body();
    }
}
