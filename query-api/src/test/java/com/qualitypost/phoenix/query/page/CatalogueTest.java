package com.qualitypost.phoenix.query.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.Status;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word on a page comes from the catalogue, in both languages. */
class CatalogueTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Properties SPANISH = catalogue("es");
    private static final Properties ENGLISH = catalogue("en");

    /** What is left of a template without its tags. */
    private static final Pattern TAG = Pattern.compile("(?s)<!--.*?-->|<[^>]*>");

    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile(
            "\\s(?:title|alt|placeholder|aria-label|aria-description|value|content)=[\"'](\\p{L}[^\"']*)[\"']");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`");
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,} \\p{L}+|[áéíóúñ¿¡]");

    @Test
    void bothLanguagesSayEverything() {
        assertThat(ENGLISH.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(SPANISH.stringPropertyNames());
        assertThat(Stream.concat(SPANISH.values().stream(), ENGLISH.values().stream()))
                .allSatisfy(text -> assertThat((String) text).isNotBlank().doesNotContain("TODO"));
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        for (String key : SPANISH.stringPropertyNames()) {
            assertThat(values(ENGLISH.getProperty(key))).as(key).isEqualTo(values(SPANISH.getProperty(key)));
        }
    }

    @Test
    void everyStatusHasWhatHappensNextAndWhatToDo() {
        for (String status : Stream.concat(
                        Stream.of("UNKNOWN"), Stream.of(Status.values()).map(Status::name))
                .toList()) {
            assertThat(SPANISH).containsKeys("next." + status, "advice." + status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipient", "neighbour", "safe_place", "counter"})
    void everyWayToHandOverHasItsWords(String deliveredTo) {
        assertThat(SPANISH).containsKey("delivered_to." + deliveredTo);
    }

    @Test
    void whatTheStoredAnswersSayIsNotSaidAgain() {
        assertThat(SPANISH.values())
                .doesNotContainAnyElementsOf(Story.words("es").values());
        assertThat(ENGLISH.values())
                .doesNotContainAnyElementsOf(Story.words("en").values());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTextStandsInATemplate(Path template) throws IOException {
        String html = Files.readString(template);

        assertThat(TAG.matcher(html).replaceAll("")).isBlank();
        assertThat(SPOKEN_ATTRIBUTE.matcher(html).results().map(attribute -> attribute.group(1)))
                .isSubsetOf("width=device-width, initial-scale=1", "noindex, nofollow", "light dark");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void noTextStandsInAProgram(Path program) throws IOException {
        Stream<String> lines = Files.readAllLines(program).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("*") && !line.startsWith("//") && !line.startsWith("/**"))
                .filter(line -> !line.startsWith("log."));

        assertThat(lines.flatMap(line -> LITERAL.matcher(line).results().map(MatchResult::group)))
                .noneMatch(literal -> SENTENCE.matcher(literal).find());
    }

    static Stream<Path> templates() {
        return files(MAIN.resolve("resources/templates"));
    }

    static Stream<Path> programs() {
        return Stream.concat(
                files(MAIN.resolve("java/com/qualitypost/phoenix/query/page")),
                Stream.of(MAIN.resolve("resources/assets/page.js")));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String values(String text) {
        return String.join(
                "",
                Pattern.compile("\\{[0-9]}")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .distinct()
                        .toList());
    }

    private static Properties catalogue(String language) {
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(MAIN.resolve("resources/page_%s.properties".formatted(language)), UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
