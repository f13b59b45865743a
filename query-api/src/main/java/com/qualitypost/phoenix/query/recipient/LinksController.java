package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.http.TrackingNumberParam;
import com.qualitypost.phoenix.query.merchant.Merchants;
import com.qualitypost.phoenix.query.merchant.Merchants.Merchant;
import com.qualitypost.phoenix.query.recipient.Links.Made;
import com.qualitypost.phoenix.query.tracking.LookupProblems;
import com.qualitypost.phoenix.tables.Utc;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Lets merchants make the links that they hand out to recipients. */
@RestController
class LinksController {
    private final Merchants merchants;
    private final Links links;
    private final RecipientSettings settings;

    LinksController(Merchants merchants, Links links, RecipientSettings settings) {
        this.merchants = merchants;
        this.links = links;
        this.settings = settings;
    }

    /** The only answer that contains the link's text. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Link(String trackingNumber, String link, Instant expiresAt) {}

    // Checked first: a client that does not accept JSON would have a link made and never see it.
    @PostMapping(path = "/v1/shipments/{number}/links", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Link> make(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String days,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        Merchant merchant = merchants.asking(authorization);
        TrackingNumber parcel = TrackingNumberParam.read(number);
        Made made = links.make(merchant, parcel, within(days)).orElseThrow(LookupProblems::unavailable);
        if (!made.owned()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "unknown_number",
                    "Not in your list",
                    "You have no parcel %s. Check the number; a new parcel appears within seconds of its first scan."
                            .formatted(parcel));
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Link(parcel.value(), made.link(), Utc.instant(made.expiresAt())));
    }

    private int within(@Nullable String days) {
        if (days == null) {
            return settings.linkDays();
        }
        try {
            int wanted = Integer.parseInt(days);
            if (wanted >= 1 && wanted <= settings.maxLinkDays()) {
                return wanted;
            }
        } catch (NumberFormatException _) {
            // Refused below.
        }
        throw new ProblemException(
                HttpStatus.BAD_REQUEST,
                "malformed_days",
                "Not a valid number of days",
                "'days' takes 1 to %d.".formatted(settings.maxLinkDays()));
    }
}
