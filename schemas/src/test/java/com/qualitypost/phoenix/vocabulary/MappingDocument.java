package com.qualitypost.phoenix.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page {@code docs/mapping.md}, written from the code. */
final class MappingDocument {
    private static final String PAGE = """
            # Our words in the words of others

            Written from the code by `MappingDocumentTest`: change
            [ForeignWords](../schemas/src/test/java/com/qualitypost/phoenix/vocabulary/ForeignWords.java),
            [EpcisWords](../schemas/src/test/java/com/qualitypost/phoenix/vocabulary/EpcisWords.java) or
            [UpuEvent](../schemas/src/main/java/com/qualitypost/phoenix/vocabulary/UpuEvent.java), then

                ./mvnw test -pl schemas -am -Dtest=MappingDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dphoenix.record=true

            ## Statuses

            AfterShip's tag and 17TRACK's status are the part before the underscore. EasyPost and Shippo have a status and a detail.
            EPCIS has a business step and a disposition for each kind that leads to the status; `delivered` is not in GS1's list, so
            write it as a URI of your own. Post says a return by EMH with its reason and by EMI at the origin.

            %s
            ## Statuses with a reason

            Where a reason makes the words finer. With any other reason they are those above.

            %s
            ## Reasons

            Action required: somebody outside the carrier has to act. What customers read is in
            [messages_en.properties](../projections/src/main/resources/messages_en.properties).

            %s
            ## Events of international post

            The codes of UPU's EMSEVT version 3, as `./phoenix replay --profile upu-ems` reads them.

            %s""";

    private MappingDocument() {}

    static String text() {
        return PAGE.formatted(statuses(), withReason(), reasons(), upuEvents());
    }

    private static String statuses() {
        return table(
                List.of("ours", "AfterShip", "EasyPost", "Shippo", "17TRACK", "EPCIS", "UPU EMSEVT"),
                Arrays.stream(Status.values())
                        .map(status -> cells(
                                Stream.of(status.name()),
                                cells(ForeignWords.of(status)),
                                Stream.of(epcis(status), upu(status)))));
    }

    private static String withReason() {
        return table(
                List.of("ours", "reason", "AfterShip", "EasyPost", "Shippo", "17TRACK"),
                Arrays.stream(Status.values())
                        .flatMap(status -> Arrays.stream(Reason.values())
                                .filter(reason ->
                                        !ForeignWords.of(status, reason).equals(ForeignWords.of(status)))
                                .map(reason -> cells(
                                        Stream.of(status.name(), code(reason.code())),
                                        cells(ForeignWords.of(status, reason))))));
    }

    private static String reasons() {
        return table(
                List.of("reason", "action required"),
                Arrays.stream(Reason.values())
                        .map(reason -> List.of(code(reason.code()), reason.actionRequired() ? "yes" : "")));
    }

    private static String upuEvents() {
        return table(
                List.of("code", "event", "kind", "status"),
                Arrays.stream(UpuEvent.values())
                        .map(event -> List.of(
                                event.name(),
                                event.meaning(),
                                event.kind().name(),
                                event.kind().status().map(Status::name).orElse("-"))));
    }

    private static String epcis(Status status) {
        return joined(Arrays.stream(Kind.values())
                .filter(kind -> kind.status().stream().anyMatch(status::equals))
                .flatMap(kind -> EpcisWords.of(kind).stream())
                .distinct()
                .map(words -> code(words.bizStep() + "/" + words.disposition())));
    }

    private static String upu(Status status) {
        return joined(UpuEvent.saying(status).stream().map(UpuEvent::name));
    }

    private static Stream<String> cells(ForeignWords words) {
        return Stream.of(words.afterShip(), words.easyPost(), words.shippo(), words.seventeenTrack())
                .map(MappingDocument::code);
    }

    @SafeVarargs
    private static List<String> cells(Stream<String>... parts) {
        return Stream.of(parts).flatMap(part -> part).toList();
    }

    private static String joined(Stream<String> words) {
        String all = words.collect(Collectors.joining(", "));
        return all.isEmpty() ? "-" : all;
    }

    private static String code(@Nullable String word) {
        return word == null ? "-" : "`" + word + "`";
    }

    private static String table(List<String> head, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(head, head.stream().map(_ -> "---").toList()), rows)
                .map(row -> "| " + String.join(" | ", row) + " |\n")
                .collect(Collectors.joining());
    }
}
