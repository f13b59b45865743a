package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.secret.Secret;
import java.util.Locale;

/** What somebody knows besides the number. */
sealed interface Factor {

    /** The recipient's, however it is spaced. */
    record Postcode(String text) implements Factor {
        public Postcode {
            text = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        }

        byte[] hash() {
            return Secret.hash(text);
        }
    }

    /** The text of a link that the merchant made. */
    record Link(String text) implements Factor {
        byte[] hash() {
            return Secret.hash(text);
        }
    }
}
