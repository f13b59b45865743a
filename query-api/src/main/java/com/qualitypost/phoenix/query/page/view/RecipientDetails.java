package com.qualitypost.phoenix.query.page.view;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.qualitypost.phoenix.query.recipient.Details;
import com.qualitypost.phoenix.query.recipient.Details.Event;
import com.qualitypost.phoenix.query.recipient.Details.Place;
import com.qualitypost.phoenix.vocabulary.PlainText;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What only the recipient is told, in the words of one language.
 *
 * @param places by the event's id
 */
public record RecipientDetails(
        boolean isRecipient,
        @Nullable String destination,
        @Nullable String deliveredTo,
        boolean proof,
        Map<String, String> places) {
    public static final RecipientDetails NOTHING = new RecipientDetails(false, null, null, false, Map.of());

    public static RecipientDetails of(Details details, Messages texts) {
        String deliveredTo = details.deliveredTo();
        return new RecipientDetails(
                true,
                name(details.destination()),
                deliveredTo == null ? null : texts.of("delivered_to." + deliveredTo),
                details.proofOfDelivery(),
                details.events().stream()
                        .filter(event -> event.place() != null)
                        .collect(toUnmodifiableMap(Event::id, event -> name(event.place()))));
    }

    private static String name(@Nullable Place place) {
        return place == null
                ? ""
                : Stream.of(place.name(), place.code(), place.postcode(), place.city())
                        .filter(Objects::nonNull)
                        .map(PlainText::shown)
                        .filter(text -> !text.isEmpty())
                        .collect(joining(" · "));
    }
}
