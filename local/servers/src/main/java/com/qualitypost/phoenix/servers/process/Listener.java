package com.qualitypost.phoenix.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Describes who listens on a port, as far as this machine tells us: {@code process 1234 (nginx in /)}. */
final class Listener {
    private static final Pattern SS_PID = Pattern.compile("pid=(\\d+)");
    private static final Pattern LSOF_PID = Pattern.compile("(?m)^p(\\d+)$");

    private Listener() {}

    static String at(int port) {
        return Stream.concat(
                        // Linux has the first, macOS the second, and neither shows other people's processes.
                        pids(SS_PID, "ss", "-Hltnp", "sport = :" + port),
                        pids(LSOF_PID, "lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fp"))
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .map(Listener::named)
                .findFirst()
                .orElse("another program");
    }

    private static Stream<Long> pids(Pattern pid, String... command) {
        return pid.matcher(output(List.of(command)))
                .results()
                .map(MatchResult::group)
                .map(found -> Long.valueOf(found.replaceAll("\\D", "")));
    }

    private static String output(List<String> command) {
        try {
            return Commands.output(command);
        } catch (UncheckedIOException _) {
            return ""; // There is no such program here.
        }
    }

    private static String named(ProcessHandle process) {
        String program = process.info()
                .command()
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .orElse("unknown");
        return "process %d (%s%s)".formatted(process.pid(), program, folder(process));
    }

    /** Tells one Phoenix from another; only works on Linux. */
    private static String folder(ProcessHandle process) {
        try {
            return " in " + Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"));
        } catch (IOException _) {
            return "";
        }
    }
}
