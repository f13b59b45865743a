package com.qualitypost.phoenix.projections.tracking;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** The sentences of one language, from {@code messages_*.properties}. */
final class Wording {
    private final Map<String, String> sentences;

    Wording(Language language) {
        // Without a fallback: a missing language must not turn into that of the machine.
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages", language.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        sentences = bundle.keySet().stream().collect(toUnmodifiableMap(key -> key, bundle::getString));
    }

    @Nullable
    String status(String status) {
        return sentences.get("status." + status);
    }

    @Nullable
    String kind(@Nullable String kind) {
        return sentences.get("kind." + kind);
    }

    @Nullable
    String reason(@Nullable String reason) {
        return reason == null ? null : sentences.get("reason." + reason);
    }

    @Nullable
    String note(@Nullable String note) {
        return note == null ? null : sentences.get("note." + note);
    }
}
