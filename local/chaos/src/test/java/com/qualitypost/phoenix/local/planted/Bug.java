package com.qualitypost.phoenix.local.planted;

import java.util.List;

/** The deliberate bugs, each with the promise that it breaks. */
public enum Bug {
    // The gateway.

    /**
     * Answers before Kafka does: an accepted scan may be on no broker. Shows when a broker or the process is killed.
     */
    ACKNOWLEDGES_BEFORE_KAFKA("ingest", gateway("ScanPublisher.send", 1, GatewayAdvice.SaysYesAtOnce.class)),

    /**
     * Items to be retried are answered as accepted: devices delete scans that are nowhere. Shows when min ISR is lost.
     */
    RETRY_ANSWERED_AS_ACCEPTED(
            "ingest", gateway("ScanAcceptance.status", 3, GatewayAdvice.TakesRetryForAccepted.class)),

    /**
     * The leader's word is enough: an accepted scan is not yet on all in-sync replicas. Shows when a leader is killed.
     */
    LEADER_ACKNOWLEDGES_ALONE(
            "ingest", gateway("GatewayConfiguration.template", 4, GatewayAdvice.OneAcknowledgementWillDo.class)),

    /** A trickling body is waited for without end. Shows when a client sends a byte now and then. */
    SLOW_BODY_WAITED_FOR("ingest", admission("Bodies.isTooSlow", 2, AnyAdvice.AlwaysNo.class)),

    /** A trickling head is waited for without end. Shows when a client sends it a byte at a time. */
    SLOW_HEAD_WAITED_FOR("ingest", admission("FairProtocol$Endpoint$Timed.isHeadTooSlow", 2, AnyAdvice.AlwaysNo.class)),

    /**
     * One address may take all the room for arriving bodies: the others are refused. Shows when a client stops
     * half-way, often.
     */
    SOURCES_HAVE_NO_SHARE("ingest", admission("Shares.hasRoom", 2, GatewayAdvice.OneMayHaveAll.class)),

    /** One address may open connections until nobody else can. Shows when a client does that. */
    CONNECTIONS_HAVE_NO_SHARE(
            "ingest", admission("FairProtocol$Endpoint.isBeyondItsShare", 1, AnyAdvice.AlwaysNo.class)),

    /** A body may inflate without limit: few bytes take all memory. Shows when a client sends a gzip bomb. */
    BODIES_HAVE_NO_BOUND("ingest", admission("AdmissionSettings.maxBodyBytes", 0, GatewayAdvice.NoBound.class)),

    // The topology.

    /**
     * Facts are only counted: a parcel outgrows what Kafka accepts, and its partition stops. Shows with large tickets.
     */
    FACTS_NOT_WEIGHED("ingest", stream("ParcelMemory.bytes", 0, AnyAdvice.AlwaysZero.class)),

    /**
     * The memory keeps what nobody needs: a parcel is full after some dozens of facts. Shows with large attributes.
     */
    ATTRIBUTES_REMEMBERED("ingest", stream("ParcelMemory.remembered", 1, StreamsAdvice.KeepsAllOfAScan.class)),

    /**
     * What is too large to be judged is quarantined whole, in a larger record: its partition stops. Shows with one such
     * record.
     */
    LARGE_RECORDS_KEPT_WHOLE("ingest", change("ingest.wire.", "Excerpt.of", 1, StreamsAdvice.KeepsAllBytes.class)),

    /**
     * Results and offsets are not one transaction: events come twice or, judged as repetitions, never. Shows after a
     * kill.
     */
    AT_LEAST_ONCE("ingest", stream("StreamConfiguration.streamsConfig", 2, StreamsAdvice.AtLeastOnce.class)),

    /** One repetition in 20 counts as a new fact: it takes effect twice. Shows when scans are sent again. */
    REPETITION_TAKEN_FOR_NEW("ingest", shipment("Shipment.on", 2, StreamsAdvice.ForgetsAFact.class)),

    /**
     * One time in 500 a parcel's facts are forgotten and its revision starts over, so the state is not a fold of them.
     */
    PARCEL_FORGOTTEN("ingest", stream("ParcelStore.find", 1, StreamsAdvice.ForgetsAParcel.class)),

    /** One late fact in ten is lost: it becomes neither an event nor a quarantine entry. */
    LATE_FACT_DROPPED("ingest", stream("ScanJudge.accept", 2, StreamsAdvice.DropsLateFacts.class)),

    /** One state in 50 is not sent: shipment and answer are behind the facts until the parcel's next one. */
    STATE_NOT_FORWARDED("ingest", stream("ScanJudge.accept", 2, StreamsAdvice.KeepsTheStateToItself.class)),

    /** One refused scan in five is not in the quarantine: an accepted scan is lost. */
    REFUSED_SCAN_DROPPED("ingest", stream("ScanJudge.refuse", 3, StreamsAdvice.DropsWhatItRefuses.class)),

    // The table writer.

    /** Offsets are committed before their rows: rows are lost. Shows when writer or database die in between. */
    OFFSETS_BEFORE_ROWS("ingest", table("SinkOffsets.advance", 1, WriterAdvice.CommitsTheOffsetsFirst.class)),

    /**
     * A failed batch is skipped, and the offsets move on: accepted scans have no row. Shows when the database dies.
     */
    FAILED_BATCH_SKIPPED(
            "ingest",
            table("ShipmentWriter.write", 1, AnyAdvice.SwallowsFailures.class),
            table("SinkOffsets.advance", 1, WriterAdvice.SetsWithoutComparing.class)),

    /** A commit of unknown outcome counts as done: rows are lost. Shows when the connection is cut before COMMIT. */
    UNKNOWN_COMMIT_TAKEN_FOR_DONE(
            "ingest",
            table("ShipmentWriter.write", 1, WriterAdvice.BelievesInTheCommit.class),
            table("SinkOffsets.advance", 1, WriterAdvice.SetsWithoutComparing.class)),

    /**
     * Neither offsets nor (generation, revision) are compared, and an old batch is written: shipments go back in time.
     */
    NO_FENCE(
            "ingest",
            table("row.MultiRow." + Change.CONSTRUCTOR, 3, WriterAdvice.TakesTheFenceAway.class),
            table("SinkOffsets.advance", 1, WriterAdvice.SetsWithoutComparing.class),
            table("ShipmentWriter.write", 1, WriterAdvice.WritesAnOldBatchAgain.class)),

    /** The quarantined records of every third batch are not written: they are on the topic, but nobody finds them. */
    QUARANTINE_ROWS_NOT_WRITTEN(
            "ingest", table("row.RecordBatch.quarantined", 0, WriterAdvice.ForgetsTheQuarantine.class)),

    /** The last fact of every 20th batch is not written: an accepted scan has no row. */
    LAST_FACT_OF_BATCH_FORGOTTEN("ingest", table("row.RecordBatch.events", 0, WriterAdvice.ForgetsTheLast.class)),

    // The projections.

    /** The position is committed before the rows: answers stay behind the tables. Shows after a kill in between. */
    POSITION_BEFORE_ROWS(
            "projections", projector("CdcPositions.advance", 4, ProjectionsAdvice.CommitsThePositionFirst.class)),

    /**
     * Epoch and position are not compared: an owner whose lease has expired writes on. Shows when it is frozen and
     * thawed.
     */
    STALE_ENGINE_LET_IN(
            "projections",
            projector("CdcPositions.advance", 4, ProjectionsAdvice.MovesOnWithoutComparing.class),
            projector("CdcPositions.renew", 2, AnyAdvice.AlwaysYes.class),
            projector("CdcPositions.owns", 1, AnyAdvice.AlwaysYes.class)),

    /** A failed batch is skipped, and the position moves on. Shows when a lock, a stall or a cut makes one fail. */
    FAILED_CHANGES_SKIPPED("projections", projector("Projector.apply", 2, AnyAdvice.SwallowsFailures.class)),

    /** Debezium's own keep-alive of 60 s, and no watch over it: changes stop for a minute. Shows when MySQL is killed. */
    DEFAULT_KEEP_ALIVE(
            "projections",
            projections("cdc.EngineProperties.readingFrom", 1, ProjectionsAdvice.LeavesTheKeepAliveAlone.class),
            projections("cdc.EngineWatchdog.isSilentForTooLong", 0, ProjectionsAdvice.NeverSilent.class)),

    /** One row in 20 is not written into the answers' table: an answer stays behind its shipment. */
    VIEW_ROW_FORGOTTEN(
            "projections", projections("tracking.TrackingTable.upsert", 1, ProjectionsAdvice.ForgetsOneInTwenty.class)),

    /** One change in 20 is not announced although the mark moves past it. */
    ANNOUNCEMENT_FORGOTTEN(
            "projections", projections("change.ChangeTopic.send", 1, ProjectionsAdvice.ForgetsOneInTwenty.class)),

    /** The mark moves even if Kafka took nothing: announcements are swallowed. Shows while brokers are away. */
    MARK_MOVES_WITHOUT_SENDING(
            "projections", projections("change.ChangeTopic.send", 1, ProjectionsAdvice.TakesFailureForSent.class)),

    /**
     * A new owner considers everything announced. Shows when the old one dies with changes to announce, as without
     * Kafka.
     */
    TAKEOVER_SKIPS_ANNOUNCEMENTS(
            "projections", projector("CdcPositions.claim", 2, ProjectionsAdvice.TakesAllForAnnounced.class)),

    /** As-of is the time of writing instead of the newest heartbeat seen. Shows while a backlog is read. */
    AS_OF_IS_NOW("projections", projector("CdcPositions.advance", 4, ProjectionsAdvice.SaysNow.class)),

    // The query API.

    /** A client that names a revision gets an older one. Shows when writer and reader, or CDC, are behind. */
    MIN_REVISION_IGNORED(
            "query-api", query("tracking.LookupRequest.isNewEnough", 2, QueryAdvice.AnyRevisionWillDo.class)),

    /**
     * A client that waits for a scan gets an answer without it. Shows at once, and more while the reader is behind.
     */
    AFTER_IGNORED("query-api", query("tracking.LookupRequest.isNewEnough", 2, QueryAdvice.AnyAnswerHasTheScan.class)),

    /** Every answer claims to be of now. Shows when replication or the projections are stopped. */
    FRESHNESS_INVENTED("query-api", query("tracking.TrackingQueries.freshness", 1, QueryAdvice.ClaimsToBeFresh.class)),

    /**
     * A reader more than 5 s behind goes on answering, and its answers say that they are old. Shows when replication is
     * stopped.
     */
    LATE_READER_NOT_PASSED_OVER("query-api", query("database.Freshness.isWithin", 1, AnyAdvice.AlwaysYes.class)),

    /** Every lookup asks a failed node again, and waits for it. Shows when the reader is frozen. */
    DEAD_NODE_NOT_PASSED_OVER("query-api", query("database.CircuitBreaker.admits", 0, AnyAdvice.AlwaysYes.class)),

    /** The writer never answers in place of the reader: lookups fail. Shows when the reader is killed. */
    WRITER_DOES_NOT_STEP_IN("query-api", query("database.Node.ask", 1, QueryAdvice.WriterKeepsSilent.class));

    private final String application;
    private final List<Change> changes;

    Bug(String application, Change... changes) {
        this.application = application;
        this.changes = List.of(changes);
    }

    /** The module and folder of the application that contains it. */
    public String application() {
        return application;
    }

    List<Change> changes() {
        return changes;
    }

    private static Change gateway(String method, int arguments, Class<?> advice) {
        return change("ingest.gateway.", method, arguments, advice);
    }

    private static Change admission(String method, int arguments, Class<?> advice) {
        return change("web.admission.", method, arguments, advice);
    }

    private static Change stream(String method, int arguments, Class<?> advice) {
        return change("ingest.stream.", method, arguments, advice);
    }

    private static Change shipment(String method, int arguments, Class<?> advice) {
        return change("ingest.shipment.", method, arguments, advice);
    }

    private static Change table(String method, int arguments, Class<?> advice) {
        return change("ingest.table.", method, arguments, advice);
    }

    private static Change projector(String method, int arguments, Class<?> advice) {
        return change("projections.projector.", method, arguments, advice);
    }

    private static Change projections(String method, int arguments, Class<?> advice) {
        return change("projections.", method, arguments, advice);
    }

    private static Change query(String method, int arguments, Class<?> advice) {
        return change("query.", method, arguments, advice);
    }

    private static Change change(String folder, String method, int arguments, Class<?> advice) {
        int dot = method.lastIndexOf('.');
        return new Change(folder + method.substring(0, dot), method.substring(dot + 1), arguments, advice);
    }
}
