package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.Secret;
import java.util.Locale;
import java.util.Optional;

/** What somebody knows besides the number. */
public sealed interface RecipientCredential {
    /** No postcode is longer, and every link is. */
    int LONGEST_POSTCODE = 20;

    /** Reads the page's single input field, where a link may be pasted with its address. Empty if nothing is in it. */
    static Optional<RecipientCredential> entered(String text) {
        String plain = PlainText.of(text);
        String last = plain.substring(plain.lastIndexOf('=') + 1);
        if (last.length() > LONGEST_POSTCODE) {
            return Optional.of(new Link(last));
        }
        Postcode postcode = new Postcode(last);
        return postcode.text().isEmpty() ? Optional.empty() : Optional.of(postcode);
    }

    /** The recipient's postcode, however it is spaced. */
    record Postcode(String text) implements RecipientCredential {
        public Postcode {
            text = PlainText.of(text)
                    .toUpperCase(Locale.ROOT)
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        byte[] hash() {
            return Secret.hash(text);
        }
    }

    /** The text of a link that the merchant made. */
    record Link(String text) implements RecipientCredential {
        byte[] hash() {
            return Secret.hash(text);
        }
    }
}
