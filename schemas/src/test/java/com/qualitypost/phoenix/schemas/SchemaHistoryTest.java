package com.qualitypost.phoenix.schemas;

import static java.util.stream.Collectors.groupingBy;
import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every version of a schema reads every other, so that producers and consumers may be upgraded in any order. The versions
 * lie in {@code schemas/history}; {@code ./mvnw test -pl schemas -Dtest=SchemaHistoryTest -Dphoenix.record=true} adds the
 * current one.
 */
class SchemaHistoryTest {
    private static final Path HISTORY = Path.of("history");

    static List<Schema> current() {
        return List.of(
                Scan.getClassSchema(),
                ShipmentEvent.getClassSchema(),
                ShipmentState.getClassSchema(),
                QuarantinedScan.getClassSchema(),
                TrackingChange.getClassSchema(),
                ShipmentHistory.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("current")
    void theNewestVersionIsTheCurrentOne(Schema current) throws IOException {
        List<Path> versions = versions().getOrDefault(current.getName(), List.of());
        if (Boolean.getBoolean("phoenix.record")) {
            record(current, versions);
            return;
        }
        assertThat(versions)
                .as("%s has no version in the history; see this test's description", current.getName())
                .isNotEmpty();
        assertThat(parse(versions.getLast()))
                .as("%s has changed; see this test's description", current.getName())
                .isEqualTo(current);
    }

    @Test
    void everyVersionReadsEveryOther() throws IOException {
        for (List<Path> versions : versions().values()) {
            for (Path reader : versions) {
                for (Path writer : versions) {
                    assertThat(SchemaCompatibility.checkReaderWriterCompatibility(parse(reader), parse(writer))
                                    .getType())
                            .as("%s reads what %s wrote", reader, writer)
                            .isEqualTo(COMPATIBLE);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("current")
    void everyRecordAndFieldIsDocumentedAndEveryEnumHasADefault(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                for (Schema.Field field : schema.getFields()) {
                    assertThat(field.doc())
                            .as("%s.%s", schema.getName(), field.name())
                            .isNotBlank();
                    everyRecordAndFieldIsDocumentedAndEveryEnumHasADefault(field.schema());
                }
            }
            case ENUM -> assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
            case ARRAY -> everyRecordAndFieldIsDocumentedAndEveryEnumHasADefault(schema.getElementType());
            case UNION -> schema.getTypes().forEach(this::everyRecordAndFieldIsDocumentedAndEveryEnumHasADefault);
            default -> {}
        }
    }

    private static void record(Schema current, List<Path> versions) throws IOException {
        if (versions.isEmpty() || !parse(versions.getLast()).equals(current)) {
            Path next = HISTORY.resolve("%s.v%d.avsc".formatted(current.getName(), versions.size() + 1));
            Files.writeString(next, current.toString(true) + "\n");
        }
    }

    private static Map<String, List<Path>> versions() throws IOException {
        try (Stream<Path> files = Files.list(HISTORY)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted(Comparator.comparingInt(SchemaHistoryTest::version))
                    .collect(groupingBy(file -> name(file).split("\\.")[0]));
        }
    }

    private static int version(Path file) {
        return Integer.parseInt(name(file).split("\\.")[1].substring(1));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Schema parse(Path file) throws IOException {
        return new Schema.Parser().parse(Files.readString(file));
    }
}
