package com.qualitypost.phoenix.query.merchant;

import com.qualitypost.phoenix.web.admission.Source;
import com.qualitypost.phoenix.web.admission.Sources;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Counts a merchant as one source wherever its programs call from, separate from others at the same address. An unknown
 * key does not count: otherwise anybody could make up keys and get a share for each.
 */
@Component
final class KnownSources implements Sources {
    private static final String SOURCE = KnownSources.class.getName();

    private final Merchants merchants;

    KnownSources(Merchants merchants) {
        this.merchants = merchants;
    }

    @Override
    public Source of(HttpServletRequest request) {
        if (request.getAttribute(SOURCE) instanceof Source known) {
            return known;
        }
        Source source = merchants
                .known(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(merchant -> new Source("merchant " + merchant.id()))
                .orElseGet(() -> Sources.address(request));
        request.setAttribute(SOURCE, source);
        return source;
    }
}
