package com.qualitypost.phoenix.ingest.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the decision table in the documentation with the rules; {@code -Dphoenix.record=true} rewrites it. */
class LawsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/laws.md");
    private static final String BEGIN = "<!-- decision table -->\n";
    private static final String END = "<!-- end of the decision table -->\n";

    @Test
    void theDecisionTableIsAsTheRulesAre() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("phoenix.record")) {
            Files.writeString(DOCUMENT, document.substring(0, begin) + table() + document.substring(end));
            return;
        }

        assertThat(document.substring(begin, end))
                .as("docs/laws.md; rewrite it with -Dphoenix.record=true")
                .isEqualTo(table());
    }

    private static String table() {
        String heads = Stream.of(Status.values()).map(Status::name).collect(Collectors.joining(" | "));
        String rule = "--|".repeat(Status.values().length);
        return "| in \\ fact says | %s |\n|---|%s\n%s".formatted(heads, rule, rows());
    }

    private static String rows() {
        return Stream.concat(
                        Stream.of("(unheard of)"), Stream.of(Status.values()).map(Status::name))
                .map(LawsDocumentTest::row)
                .collect(Collectors.joining());
    }

    private static String row(String from) {
        Set<Status> all = EnumSet.allOf(Status.class);
        return "| **%s** | %s |\n"
                .formatted(from, all.stream().map(next -> cell(from, next)).collect(Collectors.joining(" | ")));
    }

    private static String cell(String from, Status next) {
        Status status = from.startsWith("(") ? null : Status.valueOf(from);
        if (!Fold.mayBecome(status, next)) {
            return "·";
        }
        if (status == next) {
            return "again";
        }
        return switch (status) {
            case FAILED -> "found";
            case CANCELLED -> "review";
            case null, default -> "moves";
        };
    }
}
