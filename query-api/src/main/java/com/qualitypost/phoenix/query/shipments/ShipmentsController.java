package com.qualitypost.phoenix.query.shipments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qualitypost.phoenix.query.database.Answer;
import com.qualitypost.phoenix.query.merchant.Merchant;
import com.qualitypost.phoenix.query.merchant.Merchants;
import com.qualitypost.phoenix.query.problem.Refusal;
import com.qualitypost.phoenix.query.shipments.ShipmentQueries.Page;
import com.qualitypost.phoenix.query.tracking.Headers;
import com.qualitypost.phoenix.query.tracking.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A merchant's parcels, page by page: those in trouble, or all. */
@RestController
class ShipmentsController {
    private static final int MAX_LIMIT = 100;

    private final Merchants merchants;
    private final ShipmentQueries shipments;

    ShipmentsController(Merchants merchants, ShipmentQueries shipments) {
        this.merchants = merchants;
        this.shipments = shipments;
    }

    /**
     * A page.
     *
     * @param next the cursor of the next page, if there may be more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(List<Item> shipments, @Nullable String next) {}

    @GetMapping("/v1/shipments")
    ResponseEntity<Listed> list(
            @ModelAttribute Filter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        Merchant merchant = merchants.asking(authorization);
        if (merchant.test()) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "test_key", "Test key", "The list has live parcels: ask with a live key.");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "malformed_limit", "Not a limit", "'limit' takes 1 to " + MAX_LIMIT + ".");
        }
        Order order = filter.order();
        Where where = new Where(merchant.id(), filter, Cursor.read(cursor, order));
        Answer<Page> page = shipments.page(where, order, limit).orElseThrow(Refusals::unavailable);
        HttpHeaders headers = Headers.ofFreshness(page);
        headers.setCacheControl(CacheControl.noStore());
        return new ResponseEntity<>(listed(page.found().items(), limit), headers, HttpStatus.OK);
    }

    private static Listed listed(List<Item> items, int limit) {
        return new Listed(
                items, items.size() < limit ? null : items.getLast().position().text());
    }
}
