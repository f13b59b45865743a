package com.qualitypost.phoenix.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How merchants make links, and what is kept of them. */
class LinksTest extends RecipientFixture {
    private static final String HASHED = "phoenix.recipient_link WHERE link_hash = UNHEX(SHA2(?, 256))";

    @Test
    void aLinkIsShownOnceAndKeptAsItsHash() {
        Seen made = makesLink(parcel, "");
        String link = (String) made.member("link");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.member("tracking_number")).isEqualTo(parcel.value());
        assertThat(link).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(link());
        assertThat(READ_SIDE.count(HASHED, link)).isEqualTo(1);
        assertThat(READ_SIDE.count(
                        "phoenix.recipient_link WHERE tracking_number = ? AND merchant_id = ?",
                        parcel.value(),
                        merchant))
                .isEqualTo(2);
    }

    @Test
    void whoAcceptsNoJsonMakesNoLink() {
        var before = READ_SIDE.count("phoenix.recipient_link WHERE merchant_id = ?", merchant);

        customer.posts(
                        "/v1/shipments/" + parcel + "/links",
                        "",
                        "Authorization",
                        "Bearer " + key,
                        "Accept",
                        "text/html")
                .isProblem(406, "not_acceptable");

        assertThat(READ_SIDE.count("phoenix.recipient_link WHERE merchant_id = ?", merchant))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"'', 30", "?days=1, 1", "?days=90, 90"})
    void theMerchantSaysHowLongItIsGood(String query, int days) {
        Seen made = makesLink(parcel, query);

        assertThat(Instant.parse((String) made.member("expires_at")))
                .isCloseTo(Instant.now().plus(days, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "91"})
    void butNotForEver(String days) {
        makesLink(parcel, "?days=" + days).isProblem(400, "malformed_days");
    }

    @Test
    void aMerchantMakesLinksOfItsOwnParcelsOnly() {
        TrackingNumber ofAnother = anyNumber();
        READ_SIDE.listed("somebody else", ofAnother, 5, "");

        Seen another = makesLink(ofAnother, "").isProblem(404, "unknown_number");
        Seen nobodys = makesLink(unknown, "").isProblem(404, "unknown_number");

        assertThat(another.said().replace(ofAnother.value(), ""))
                .isEqualTo(nobodys.said().replace(unknown.value(), ""));
    }

    @Test
    void aLiveKeyIsNeeded() {
        String address = "/v1/shipments/" + parcel + "/links";
        READ_SIDE.key(merchant, "test", "pk_test_" + merchant, false);

        customer.posts(address, "").isProblem(401, "missing_key");
        customer.posts(address, "", "Authorization", "Bearer sk_live_x").isProblem(401, "unknown_key");
        replicated();
        assertThat(customer.posts(address, "", "Authorization", "Bearer pk_test_" + merchant)
                        .isProblem(403, "test_key")
                        .body())
                .contains(parcel + " is a live number and this is a test key");
    }

    @Test
    void whatHasRunOutIsRemoved(@Autowired Nodes nodes) {
        String expired = link();
        triesWrongly(parcel, 1);
        READ_SIDE.timePasses(parcel, Duration.ofDays(31));
        String good = link();
        triesWrongly(unknown, 1);

        new ExpiryJob(nodes).sweep();

        assertThat(READ_SIDE.count(HASHED, expired)).isZero();
        assertThat(READ_SIDE.count(HASHED, good)).isEqualTo(1);
        assertThat(READ_SIDE.count("phoenix.recipient_try WHERE tracking_number = ?", parcel.value()))
                .isZero();
        assertThat(READ_SIDE.count("phoenix.recipient_try WHERE tracking_number = ?", unknown.value()))
                .isEqualTo(1);
    }
}
