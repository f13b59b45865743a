package com.qualitypost.phoenix.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.bench.result.Curve.Line;
import com.qualitypost.phoenix.bench.result.Curve.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final ResultRow ROW = ResultRow.of("lookup-cold", "lookups/s", new Sample(3_500, 3_000, 4_000))
            .limit("static HTTP", Sample.of(35_000))
            .peer("node", Sample.of(1_750))
            .cpu(Map.of("query-api", 311.0))
            .goal(Goal.share(0.65, 0.4));

    private static final Curve CURVE = new Curve(
            "rows",
            "Cost < rows",
            "rows",
            "µs",
            List.of(new Line("us", List.of(new Point(1, 10), new Point(1_000, 20)))));

    @TempDir
    private Path folder;

    @Test
    void aPageHasALineForEachRow() {
        Path page = new Report(folder).write(List.of(result(List.of())));

        assertThat(page).hasFileName("2026-11-30.md");
        assertThat(page)
                .content()
                .contains(
                        "## lookup-cold",
                        "| lookup-cold | lookups/s | 3,500 (3,000 to 4,000) | static HTTP 35,000 | 0.10 | node 1,750, ×2 "
                                + "| ≥ 0.65 / 0.40 of the limit | missed |",
                        "query-api 311",
                        "Commit abc",
                        "![Cost < rows](2026-11-30-rows.svg)");
    }

    @Test
    void aWrongRunHasReachedNothing() {
        Path page = new Report(folder).write(List.of(result(List.of("shipment differs from the ledger: 1"))));

        assertThat(page).content().contains("| WRONG |", "**Wrong:** shipment differs");
    }

    @Test
    void aPlotIsAPicture() throws Exception {
        new Report(folder).write(List.of(result(List.of())));

        var svg = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("2026-11-30-rows.svg").toFile());

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("polyline")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("points")
                        .getNodeValue())
                .as("the first is at the left, the largest at the top")
                .isEqualTo("80.0,175.0 620.0,50.0");
    }

    @Test
    void aKeptResultIsReadAsItWas() throws IOException {
        ResultFiles files = new ResultFiles(folder.resolve("kept"));
        Result result = result(List.of("finding"));

        files.keep(result);

        assertThat(files.of("lookup-cold")).contains(result);
        assertThat(files.of("other")).isEmpty();
    }

    private static Result result(List<String> findings) {
        return new Result(
                "lookup-cold",
                "Lookups answered a second.",
                "abc",
                "3 repeats",
                Instant.parse("2026-11-30T10:00:00Z"),
                Instant.parse("2026-11-30T10:01:00Z"),
                0.5,
                2.5,
                new Measurement(List.of(ROW), List.of(CURVE), findings));
    }
}
