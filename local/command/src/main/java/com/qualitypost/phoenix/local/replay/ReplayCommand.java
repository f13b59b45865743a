package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.screen.Positive;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./phoenix replay}. */
@Command(
        name = "replay",
        description = "Sends the scans of a CSV file through the gateway and counts the results.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The file is CSV with a header, as spreadsheets write it: in UTF-8, or in UTF-16 with its mark, with commas,",
            "semicolons or tabs. Name any other encoding: --encoding windows-1252. Our own format has these columns, the first three are required:",
            "  tracking_number, kind, occurred_at (with its offset, 2026-11-22T09:59:58.120-06:00),",
            "  scan_id (a UUID; without one it follows from the row, so that a repeated row is a duplicate),",
            "  source_code, reason, delivered_to,",
            "  place_code, place_name, place_city, place_postcode, place_country,",
            "  next_place_code, next_place_name, next_place_city, next_place_postcode, next_place_country,",
            "  attribute_ANYTHING.",
            "Histories of international mail are understood too: shipment_id, source_code, suggested_type,",
            "  occurred_at_local (UTC+1), place, next_place, container_id.",
            "With --profile upu-ems source_code holds UPU's EMSEVT code (EMA, EMI, ...), and there is no kind.",
            "A row that cannot be read, or that the gateway rejects, is reported with its line, and the rest goes on."
        })
public final class ReplayCommand implements Callable<Integer> {
    static final int SHOWN_ROWS = 1_000;

    @Parameters(paramLabel = "FILE", description = "the CSV file")
    private Path file = Path.of("");

    @Option(
            names = "--order",
            paramLabel = "file|time|shuffled",
            defaultValue = "file",
            converter = ReplayOrder.Named.class,
            description = "in which order the rows are sent, default: ${DEFAULT-VALUE}")
    private ReplayOrder order = ReplayOrder.FILE;

    @Option(
            names = "--profile",
            paramLabel = "header|upu-ems",
            defaultValue = "header",
            converter = Profile.Named.class,
            description = "how the columns are read: as the header tells, or with UPU's event codes in source_code")
    private Profile profile = Profile.HEADER;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = Encoding.class,
            description = "of a file that does not declare its own and is not in UTF-8, for example windows-1252")
    private @Nullable Charset encoding;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "for --order shuffled")
    private long seed;

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = Positive.class,
            description = "scans a second; default: no limit")
    private @Nullable Integer rate;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "put before each number, so that one file can be replayed as separate parcels")
    private String prefix = "";

    @Override
    public Integer call() {
        Screen screen = new Screen();
        History history = History.read(file, profile, encoding).withPrefix(prefix);
        sayBadRows(history.badRows(), screen);
        Installation here = Installation.up();
        Summary summary = replay(history, here, screen);
        screen.say("rows                 %,d"
                .formatted(summary.rows() + history.badRows().size()));
        screen.say("  unreadable         %,d".formatted(history.badRows().size()));
        screen.say("  rejected           %,d".formatted(summary.rejected()));
        screen.say("  accepted           %,d".formatted(summary.accepted()));
        screen.say("  facts              %,d".formatted(summary.facts()));
        screen.say("  duplicates         %,d".formatted(summary.duplicates()));
        screen.say("  quarantined        %s".formatted(summary.quarantined()));
        screen.say("shipments by status  %s".formatted(summary.shipments()));
        screen.say("all visible after    %.1f s", summary.took().toMillis() / 1e3);
        return history.badRows().isEmpty() && summary.rejected() == 0 ? 0 : 1;
    }

    private static void sayBadRows(List<String> badRows, Screen screen) {
        badRows.stream().limit(SHOWN_ROWS).forEach(screen::say);
        if (badRows.size() > SHOWN_ROWS) {
            screen.say("... and %,d more. Correct these first.".formatted(badRows.size() - SHOWN_ROWS));
        }
    }

    private Summary replay(History history, Installation here, Screen screen) {
        try (Replay replay = new Replay(here.addresses(), screen)) {
            return replay.run(order.of(history.read(), seed), rate == null ? 0 : rate);
        } catch (DataAccessException e) {
            throw new ServerException(
                    "The database did not answer (%s). ./phoenix status says what runs; then replay the file again."
                            .formatted(e.getMostSpecificCause().getMessage()),
                    e);
        }
    }
}
