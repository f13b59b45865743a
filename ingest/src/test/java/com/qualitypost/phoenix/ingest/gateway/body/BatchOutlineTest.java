package com.qualitypost.phoenix.ingest.gateway.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BatchOutlineTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"scans": [1, 2]}                         | 1,2
            {"scans":[{"a":"]}"},"\\"]",[[]],null]}    | {"a":"]}"},"\\"]",[[]],null
            {"device_id":"}","scans":[{"a":[{}]}]}    | {"a":[{}]}
            {"scans":[{"a":"\\\\"}],"device_id":"x"}    | {"a":"\\\\"}""")
    void scansAreFoundWhateverStandsInThem(String batch, String scans) {
        assertThat(String.join(",", scans(batch))).isEqualTo(scans);
    }

    @Test
    void whatIsOddWithinAScanIsLeftToIt() {
        assertThat(scans("{\"scans\": [[}, {\"a\": nonsense], 1]}")).containsExactly("[}", "{\"a\": nonsense]", "1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                       | must be a JSON object
            scans, please            | must be a JSON object
            {"scans": 1}             | scans must be a JSON array
            {"scans": [], "scans": []} | scans is given more than once
            {"scans": [1 2]}         | not valid JSON, see line 1, column 14
            {"scans": [1,]}          | not valid JSON, see line 1, column 14
            {"scans": [              | not valid JSON
            {"scans": ["             | not valid JSON
            {"scans": [{             | not valid JSON
            {"scans": []} x          | not valid JSON
            {"scans": [],}           | not valid JSON
            {scans: []}              | not valid JSON
            {"scans" []}             | not valid JSON""")
    void whatIsNoBatchIsRefusedWithThePlace(String batch, String why) {
        assertThatThrownBy(() -> outline(batch))
                .isInstanceOf(BatchOutline.NoBatchException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"scans\": null}", "{\"scan\": []}"})
    void aBatchMayLackScans(String batch) {
        assertThat(outline(batch).scans()).isNull();
    }

    @Test
    void ofTooManyOneMoreIsKept() {
        assertThat(BatchOutline.of("{\"scans\":[1,2,3,4,5]}".getBytes(UTF_8), 2).scans())
                .hasSize(3);
    }

    @Test
    void theHeadKeepsItsLinesAndColumns() {
        assertThat(new String(outline("{\"scans\": [1,\n2], \"uptime_ms\": 3}").head(), UTF_8))
                .isEqualTo("{\"scans\": [  \n ], \"uptime_ms\": 3}");
    }

    @Property
    void scansAreThoseThatAParserFinds(@ForAll("scans") List<JsonNode> scans) {
        ObjectNode batch = JSON.createObjectNode().put("device_id", "[\\\"{");
        batch.putArray("scans").addAll(scans);
        batch.put("boot_id", "x");

        assertThat(scans(batch.toPrettyString())).map(JSON::readTree).isEqualTo(scans);
    }

    @Provide
    Arbitrary<List<JsonNode>> scans() {
        Arbitrary<JsonNode> text = Arbitraries.strings()
                .withChars("ab\"\\[]{},: \n\u00e9\u4e2d")
                .ofMaxLength(12)
                .map(JSON::<JsonNode>valueToTree);
        Arbitrary<JsonNode> scalar = Arbitraries.oneOf(
                text, Arbitraries.of("1", "-2.5e7", "true", "null").map(JSON::readTree));
        return Arbitraries.recursive(
                        () -> scalar,
                        inner -> Arbitraries.oneOf(
                                inner.list().ofMaxSize(3).map(JSON::<JsonNode>valueToTree),
                                Arbitraries.maps(Arbitraries.of("a", "b\"", "]"), inner)
                                        .ofMaxSize(3)
                                        .map(JSON::<JsonNode>valueToTree)),
                        0,
                        3)
                .list()
                .ofMaxSize(5);
    }

    private static BatchOutline outline(String batch) {
        return BatchOutline.of(batch.getBytes(UTF_8), 500);
    }

    private static List<String> scans(String batch) {
        return outline(batch).scans().stream()
                .map(scan -> new String(scan.json(), scan.from(), scan.length(), UTF_8))
                .toList();
    }
}
