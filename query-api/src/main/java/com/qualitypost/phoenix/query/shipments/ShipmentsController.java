package com.qualitypost.phoenix.query.shipments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.merchant.Merchants;
import com.qualitypost.phoenix.query.merchant.Merchants.Merchant;
import com.qualitypost.phoenix.query.shipments.ShipmentQueries.Page;
import com.qualitypost.phoenix.query.tracking.FreshnessHeaders;
import com.qualitypost.phoenix.query.tracking.LookupProblems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A merchant's parcels, page by page: those in trouble, or all. */
@RestController
class ShipmentsController {
    private static final String CURSOR = "cursor";
    private static final String LIMIT = "limit";
    private static final Set<String> NAMES = Stream.concat(ShipmentFilter.NAMES.stream(), Stream.of(CURSOR, LIMIT))
            .collect(Collectors.toSet());
    private static final int PRESET_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_CURSOR = 2_000;

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
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        Merchant merchant = merchants.asking(authorization);
        Parameters asked = new Parameters(parameters).onlyOf(NAMES);
        ShipmentFilter filter = ShipmentFilter.of(asked);
        ListOrder order = filter.order();
        ListCursor after = ListCursor.read(asked.text(CURSOR, MAX_CURSOR), order);
        int limit = asked.count(LIMIT, PRESET_LIMIT, MAX_LIMIT);
        Selection selection = Selection.of(merchant.id(), filter, after);
        NodeAnswer<Page> page = shipments.page(selection, order, limit).orElseThrow(LookupProblems::unavailable);
        HttpHeaders headers = FreshnessHeaders.ofFreshness(page);
        headers.setCacheControl(CacheControl.noStore());
        return new ResponseEntity<>(listed(page.found()), headers, HttpStatus.OK);
    }

    private static Listed listed(Page page) {
        return new Listed(
                page.items(), page.isMore() ? page.items().getLast().position().text() : null);
    }
}
