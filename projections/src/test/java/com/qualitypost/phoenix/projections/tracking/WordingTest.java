package com.qualitypost.phoenix.projections.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Reason;
import com.qualitypost.phoenix.vocabulary.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private static final Stream<String> NOTES = Stream.of("found", "shipped_after_cancel", "corrected");

    private static final Set<String> VOCABULARY = Stream.of(
                    Stream.of("status.UNKNOWN"),
                    Arrays.stream(Status.values()).map(status -> "status." + status),
                    Arrays.stream(Kind.values()).map(kind -> "kind." + kind),
                    Arrays.stream(Reason.values()).map(reason -> "reason." + reason.code()),
                    NOTES.map(note -> "note." + note))
            .flatMap(words -> words)
            .collect(Collectors.toUnmodifiableSet());

    @ParameterizedTest
    @EnumSource
    void everyWordOfTheVocabularyHasASentenceAndNoOtherHas(Language language) throws IOException {
        Properties sentences = sentences(language);

        assertThat(sentences.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(VOCABULARY);
        assertThat(sentences.values())
                .allSatisfy(sentence -> assertThat((String) sentence).matches("[¡A-Z].*[.!]"));
    }

    @ParameterizedTest
    @EnumSource
    void sentencesAreFoundByTheWordOnTheWire(Language language) throws IOException {
        var wording = new Wording(language);
        Properties sentences = sentences(language);

        assertThat(wording.status("DELIVERED")).isEqualTo(sentences.getProperty("status.DELIVERED"));
        assertThat(wording.kind("ARRIVED")).isEqualTo(sentences.getProperty("kind.ARRIVED"));
        assertThat(wording.reason("consignee_absent")).isEqualTo(sentences.getProperty("reason.consignee_absent"));
        assertThat(wording.note("found")).isEqualTo(sentences.getProperty("note.found"));
    }

    @ParameterizedTest
    @EnumSource
    void aWordThatIsNewerThanTheCatalogueHasNone(Language language) {
        assertThat(new Wording(language).kind("TELEPORTED")).isNull();
        assertThat(new Wording(language).reason(null)).isNull();
    }

    private static Properties sentences(Language language) throws IOException {
        String file = "/messages_%s.properties".formatted(language.name().toLowerCase(Locale.ROOT));
        Properties sentences = new Properties();
        try (InputStream in = WordingTest.class.getResourceAsStream(file)) {
            sentences.load(new InputStreamReader(in, UTF_8));
        }
        return sentences;
    }
}
