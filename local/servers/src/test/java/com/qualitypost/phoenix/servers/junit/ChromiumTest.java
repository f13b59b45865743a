package com.qualitypost.phoenix.servers.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.process.Commands;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(Need.CHROMIUM)
class ChromiumTest {
    private static final String WIDTHS = """
            data:text/html,
            <span style="font-family: system-ui">iiii</span> <span style="font-family: system-ui">mmmm</span>
            <span style="font-family: monospace">iiii</span> <span style="font-family: monospace">mmmm</span>
            <script>
              for (const word of document.querySelectorAll("span")) word.title = word.getBoundingClientRect().width;
            </script>""";
    private static final Pattern WIDTH = Pattern.compile("title=\"([0-9.]+)\"");

    @TempDir
    Path profile;

    @Test
    void itRunsScriptsAndHasFonts() {
        List<Double> widths = WIDTH.matcher(dom(WIDTHS))
                .results()
                .map(MatchResult::group)
                .map(title -> Double.valueOf(title.replaceAll("[^0-9.]", "")))
                .toList();

        assertThat(widths).hasSize(4).allSatisfy(width -> assertThat(width).isPositive());
        assertThat(widths.get(0)).isLessThan(widths.get(1));
        assertThat(widths.get(2)).isEqualTo(widths.get(3));
    }

    private String dom(String page) {
        return Commands.output(List.of(
                Chromium.locate(System.out::println).orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + profile,
                "--dump-dom",
                page.replace("\n", " ")));
    }
}
