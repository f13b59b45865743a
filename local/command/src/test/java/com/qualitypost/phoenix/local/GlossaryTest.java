package com.qualitypost.phoenix.local;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.file.Unchecked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code docs/glossary.md} calls by a name of the code is there under that name. */
class GlossaryTest {
    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE = Pattern.compile("(?:[A-Z][a-z]+)+");

    private static Set<String> types;
    private static String sources;

    @BeforeAll
    static void readSources() throws IOException {
        List<Path> read = new ArrayList<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
                files.filter(file -> file.toString().matches(".*\\.(java|sql|avsc)"))
                        .forEach(read::add);
            }
        }
        types = read.stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        sources = read.stream().map(GlossaryTest::text).collect(joining("\n"));
    }

    private static List<Path> modules() {
        return Pattern.compile("<module>(.*)</module>")
                .matcher(text(REPOSITORY.resolve("pom.xml")))
                .results()
                .map(module -> REPOSITORY.resolve(module.group(1)))
                .toList();
    }

    @Test
    void everyTypeColumnAndTopicExists() {
        String glossary = text(REPOSITORY.resolve("docs/glossary.md"));

        assertThat(NAME.matcher(glossary).results().map(match -> match.group(1)))
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(exists(name)).as(name).isTrue());
    }

    private static boolean exists(String name) {
        return TYPE.matcher(name).matches()
                ? types.contains(name)
                : Pattern.compile("[\\w-]+")
                        .matcher(name)
                        .results()
                        .map(MatchResult::group)
                        .allMatch(sources::contains);
    }

    private static String text(Path file) {
        return Unchecked.get(() -> Files.readString(file));
    }
}
