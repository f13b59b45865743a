package com.qualitypost.phoenix.query.operations.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.schemas.EventOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LawTest {
    @ParameterizedTest
    @EnumSource(Law.class)
    void everyLawIsASectionOfTheDocument(Law law) throws IOException {
        assertThat(Files.readAllLines(Path.of("..", "docs", "laws.md")))
                .anyMatch(line -> line.equals("## " + law.section()) || line.contains("**" + law.section() + ".**"));
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, MOVED, MOVED",
        "CORRECTION, MOVED, CORRECTION",
        "CORRECTION, NOTED, NOTED",
        "POSITION, NOTED, POSITION",
        "POSITION, RETIMED, RETIMED",
        "ARRIVED, LATE, LATE",
        "PICKED_UP, FLAGGED, FLAGGED",
        "A_KIND_OF_TOMORROW, NOTED, NOTED",
    })
    void whatAFactIsAndDidSaysWhichLaw(String kind, EventOutcome outcome, Law law) {
        assertThat(Law.of(kind, outcome)).isEqualTo(law);
    }
}
