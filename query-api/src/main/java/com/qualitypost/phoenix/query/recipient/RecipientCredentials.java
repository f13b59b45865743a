package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.recipient.RecipientCredential.Link;
import com.qualitypost.phoenix.query.recipient.RecipientCredential.Postcode;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a postcode or a link, or says how to send it. */
@Component
class RecipientCredentials {
    private static final int MAX_BYTES = 1_024;

    private final JsonMapper json;

    RecipientCredentials(JsonMapper json) {
        this.json = json;
    }

    RecipientCredential read(InputStream body) throws IOException {
        JsonNode factor = tree(body.readNBytes(MAX_BYTES));
        if (factor.size() == 1 && factor.path("postcode").isString()) {
            Postcode postcode = new Postcode(factor.path("postcode").stringValue());
            if (!postcode.text().isEmpty()) {
                return postcode;
            }
        }
        if (factor.size() == 1 && factor.path("link").isString()) {
            return new Link(factor.path("link").stringValue());
        }
        throw malformed();
    }

    private JsonNode tree(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (JacksonException _) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "malformed_factor",
                "Postcode or link needed",
                "Send {\"postcode\": \"97000\"} with the recipient's postcode, or {\"link\": \"...\"} with the text of a link.");
    }
}
