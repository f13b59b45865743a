package com.qualitypost.phoenix.projections.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Reason;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    @ParameterizedTest
    @EnumSource
    void everyWordOfTheVocabularyHasASentence(Language language) {
        var wording = new Wording(language);

        assertThat(Status.values()).allSatisfy(status -> assertSentence(wording.status(status.name())));
        assertThat(Kind.values()).allSatisfy(kind -> assertSentence(wording.kind(kind.name())));
        assertThat(Reason.values()).allSatisfy(reason -> assertSentence(wording.reason(reason.code())));
        assertThat(Stream.of("found", "shipped_after_cancel", "corrected"))
                .allSatisfy(note -> assertSentence(wording.note(note)));
        assertSentence(wording.status("UNKNOWN"));
    }

    @ParameterizedTest
    @EnumSource
    void aWordThatIsNewerThanTheCatalogueHasNone(Language language) {
        assertThat(new Wording(language).kind("TELEPORTED")).isNull();
        assertThat(new Wording(language).reason(null)).isNull();
    }

    private static void assertSentence(@Nullable String sentence) {
        assertThat(sentence).isNotNull().matches("[¡A-Z].*[.!]");
    }
}
