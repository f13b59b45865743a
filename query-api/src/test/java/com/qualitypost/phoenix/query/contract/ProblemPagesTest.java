package com.qualitypost.phoenix.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every code that an application answers with has a section in {@code docs/problems.md}, and there is no other section.
 */
class ProblemPagesTest {
    /**
     * A code comes before its title, which begins like a sentence; the codes of plain statuses are not written
     * anywhere.
     */
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:_[a-z]+)+)\",\\s*\"[A-Z]");

    private static final Pattern NAMED = Pattern.compile("MALFORMED = \"(\\w+)\"");
    private static final Pattern OF_GATEWAY = Pattern.compile("(?:HttpStatus\\.\\w+,\\s*|unauthorized\\()\"(\\w+)\"");
    /** Why a quarantined record is not judged again. */
    private static final Pattern OBSTACLE = Pattern.compile("(?m)^ {4}(NOT_[A-Z_]+)\\(");

    private static final Pattern SECTION = Pattern.compile("(?m)^## (\\w+)$");
    private static final Set<String> OF_STATUSES = Set.of(
            "bad_request",
            "not_found",
            "method_not_allowed",
            "not_acceptable",
            "unsupported_media_type",
            "internal_server_error");

    @Test
    void everyCodeHasASectionAndNoneIsLeftOver() {
        Set<String> sections =
                found(SECTION, read(Path.of("../docs/problems.md"))).collect(Collectors.toSet());
        Set<String> codes =
                sources("src/main/java").flatMap(ProblemPagesTest::codes).collect(Collectors.toSet());
        sources("../web/src/main/java").flatMap(ProblemPagesTest::codes).forEach(codes::add);
        Stream.of("../ingest/src/main/java", "../web/src/main/java")
                .flatMap(ProblemPagesTest::sources)
                .flatMap(source -> Stream.concat(
                        found(OF_GATEWAY, source), found(OBSTACLE, source).map(name -> name.toLowerCase(Locale.ROOT))))
                .forEach(codes::add);
        codes.addAll(OF_STATUSES);

        assertThat(sections).containsExactlyInAnyOrderElementsOf(codes);
    }

    private static Stream<String> codes(String source) {
        return Stream.concat(found(CODE, source), found(NAMED, source));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static Stream<String> sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).map(ProblemPagesTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
