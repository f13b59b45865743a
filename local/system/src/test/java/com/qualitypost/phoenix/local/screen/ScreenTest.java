package com.qualitypost.phoenix.local.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(printed, true, UTF_8), true);

    @ParameterizedTest
    @CsvSource({
        "'\u001B]0;title\u0007', <U+001B>]0;title<U+0007>", // an escape sequence
        "'\u009B2J', <U+009B>2J", // the same in one character
        "'HH-1\r\nHH-2', HH-1<U+000D><U+000A>HH-2", // a line of its own
        "'HH\b\b\u007F', HH<U+0008><U+0008><U+007F>",
        "'\u202EXM7300', <U+202E>XM7300", // right to left
        "'\u2028\u200B\uFEFF', <U+2028><U+200B><U+FEFF>",
        "'\uDB40\uDC41', <U+E0041>", // a tag that nobody sees
    })
    void whatOthersWroteIsShownAndNotObeyed(String text, String shown) {
        screen.say("device " + text);

        assertThat(printed()).isEqualTo("device " + shown + System.lineSeparator());
    }

    @Test
    void whatPeopleWriteStaysAsItIs() {
        screen.say("Canc\u00FAn, M\u00E9xico\t\u00A1\u00D1and\u00FA! \u6771\u4EAC \uD83D\uDCE6");

        assertThat(printed()).startsWith("Canc\u00FAn, M\u00E9xico\t\u00A1\u00D1and\u00FA! \u6771\u4EAC \uD83D\uDCE6");
    }

    @Test
    void progressIsOverwrittenByExactlyItsWidth() {
        screen.progress("\u001B[2J");
        screen.say("done");

        assertThat(printed()).isEqualTo("<U+001B>[2J\r           \rdone" + System.lineSeparator());
    }

    @Test
    void onlyOurOwnTextHasSeveralLines() {
        screen.sayAll("one\ntwo \u001B\n");

        assertThat(printed().lines()).containsExactly("one", "two <U+001B>");
    }

    private String printed() {
        return printed.toString(UTF_8);
    }
}
