package com.qualitypost.phoenix.ingest.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qualitypost.phoenix.ingest.json.Exact;
import com.qualitypost.phoenix.ingest.json.JsonPath;
import com.qualitypost.phoenix.ingest.json.UnknownMembers;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.web.ForOperators;
import com.qualitypost.phoenix.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Shows operators what could not be judged, and lets them have it judged again. */
@RestController
@ForOperators
@ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
class QuarantineController {
    private static final int MAX_LIMIT = 500;

    private final QuarantineQueries quarantine;
    private final Replayer replayer;
    private final ScanDecoder bytes;

    QuarantineController(QuarantineQueries quarantine, Replayer replayer, ScanDecoder bytes) {
        this.quarantine = quarantine;
        this.replayer = replayer;
        this.bytes = bytes;
    }

    /**
     * A page, newest first.
     *
     * @param byReason on the first page only: counts among the newest 10,000
     * @param next where to continue, if there may be more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<QuarantineEntry> entries,
            @Nullable Map<String, Long> byReason,
            @Nullable String next) {}

    /** An operator's decision on one record. */
    record Verdict(
            @NotBlank(message = "is missing: say who decides")
            @Size(max = 64, message = "must have at most 64 characters")
            String by,

            @Nullable ReplayDecision decision)
            implements Exact {}

    @GetMapping("/v1/quarantine")
    Page list(
            @Valid @ModelAttribute QuarantineFilter filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalidRequest("limit must be 1 to " + MAX_LIMIT + ".");
        }
        QuarantineCondition where = QuarantineCondition.matching(filter, EntryCursor.read(after));
        List<QuarantineEntry> entries = quarantine.entries(where, limit);
        return new Page(
                entries,
                after == null ? quarantine.byReason(where) : null,
                entries.size() < limit ? null : entries.getLast().cursor().text());
    }

    @GetMapping("/v1/quarantine/{topic}/{partition}/{offset}")
    EntryDetails show(@PathVariable String topic, @PathVariable int partition, @PathVariable long offset) {
        QuarantinedRecord record = record(topic, partition, offset);
        QuarantineEntry entry = quarantine
                .entries(QuarantineCondition.among(List.of(record.id())), 1)
                .getFirst();
        return EntryDetails.of(entry, record, bytes.scan(record), quarantine.replays(record.id()));
    }

    @PostMapping("/v1/quarantine/{topic}/{partition}/{offset}:replay")
    ResponseEntity<ReplayAnswer> replay(
            @PathVariable String topic,
            @PathVariable int partition,
            @PathVariable long offset,
            @Valid @RequestBody Verdict verdict) {
        ReplayDecision decision = verdict.decision() == null ? ReplayDecision.JUDGE_AGAIN : verdict.decision();
        return accepted(replayer.one(record(topic, partition, offset), verdict.by(), decision));
    }

    @PostMapping("/v1/quarantine:replay")
    ResponseEntity<ReplayAnswer> replay(@Valid @RequestBody ReplayRequest request) {
        ReplayDecision decision = request.decision() == null ? ReplayDecision.JUDGE_AGAIN : request.decision();
        if (request.filter() != null) {
            EntryCursor after = EntryCursor.read(request.after());
            return accepted(replayer.matching(request.filter(), after, request.by(), decision));
        }
        return accepted(replayer.among(ids(request), request.by(), decision));
    }

    /** How the records of one replay have fared so far. */
    @GetMapping("/v1/quarantine/replays/{replay}")
    Map<QuarantineEntry.Outcome, Long> outcomes(@PathVariable UUID replay) {
        return quarantine.outcomes(replay);
    }

    private QuarantinedRecord record(String topic, int partition, long offset) {
        String id = new SourceRecord(topic, partition, offset).toString();
        return SourceRecord.named(id).stream()
                .flatMap(source -> quarantine.records(QuarantineCondition.among(List.of(source)), 1).stream())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "not_in_quarantine",
                        id + " is not in the quarantine. Send an id as the list shows it."));
    }

    private static LinkedHashSet<SourceRecord> ids(ReplayRequest request) {
        LinkedHashSet<SourceRecord> ids = new LinkedHashSet<>();
        for (String id : request.ids() == null ? List.<String>of() : request.ids()) {
            ids.add(SourceRecord.named(id)
                    .orElseThrow(() -> ProblemException.invalidRequest(
                            id + " is not a valid id: send ids as the list shows them.")));
        }
        return ids;
    }

    private static ResponseEntity<ReplayAnswer> accepted(ReplayAnswer answer) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/quarantine/replays/" + answer.replayId()))
                .body(answer);
    }

    @ExceptionHandler
    ProblemException invalid(MethodArgumentNotValidException e) {
        return ProblemException.invalidRequest(e.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; ")));
    }

    @ExceptionHandler
    ProblemException unreadable(HttpMessageNotReadableException e) {
        return UnknownMembers.problem(e)
                .orElseGet(
                        () -> ProblemException.invalidRequest(
                                where(e) + " cannot be read. Send a JSON object of texts: "
                                        + "{\"by\": ..., \"decision\": \"judge_again\" or \"override\", \"ids\": [...] or \"filter\": {...}}."));
    }

    private static String where(HttpMessageNotReadableException e) {
        String field = e.getCause() instanceof JacksonException mistake ? JsonPath.of(mistake) : "";
        return field.isEmpty() ? "The body" : field;
    }

    @ExceptionHandler
    ProblemException mistyped(MethodArgumentTypeMismatchException e) {
        return ProblemException.invalidRequest(e.getName() + " cannot be " + e.getValue() + ".");
    }
}
