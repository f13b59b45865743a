package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/mapping.md} to the code; {@code -Dphoenix.record=true} rewrites it. */
class MappingDocumentTest {
    private static final Path PAGE = Path.of("../docs/mapping.md");

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        if (Boolean.getBoolean("phoenix.record")) {
            Files.writeString(PAGE, MappingDocument.text());
        }
        assertThat(PAGE).as("-Dphoenix.record=true rewrites it").hasContent(MappingDocument.text());
    }
}
