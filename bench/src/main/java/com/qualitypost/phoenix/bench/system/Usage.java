package com.qualitypost.phoenix.bench.system;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What processes have used since they started, as Linux counts it in hundredths of a second.
 *
 * @param micros of CPU, by process; what their compilers used stands apart, because it ends after some minutes
 * @param writtenBytes that went to block devices, by process
 */
public record Usage(Map<String, Long> micros, Map<String, Long> writtenBytes) {
    private static final long MICROS_PER_TICK = 10_000;
    private static final int USER_TICKS = 11;

    private static final String COMPILERS = "compilers";
    private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThre.*");

    public static final Usage NOTHING = new Usage(Map.of(), Map.of());

    /** Now, of processes by their ids. */
    static Usage of(Map<String, Long> processes) {
        Map<String, Long> micros = new LinkedHashMap<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        processes.forEach((name, pid) -> {
            long compilers = compilers(pid);
            micros.put(name, micros(read(pid, "stat")) - compilers);
            bytes.put(name, written(pid));
            if (!name.equals(BenchSystem.GENERATOR)) {
                micros.merge(COMPILERS, compilers, Long::sum);
            }
        });
        return new Usage(micros, bytes);
    }

    /** What was used since an earlier time; a process that was not there then is left out. */
    public Usage since(Usage before) {
        return new Usage(difference(micros, before.micros), difference(writtenBytes, before.writtenBytes));
    }

    /** Both together. */
    public Usage plus(Usage other) {
        return new Usage(sum(micros, other.micros), sum(writtenBytes, other.writtenBytes));
    }

    private static Map<String, Long> sum(Map<String, Long> some, Map<String, Long> more) {
        Map<String, Long> all = new LinkedHashMap<>(some);
        more.forEach((name, value) -> all.merge(name, value, Long::sum));
        return all;
    }

    /** By process, for so many operations; nothing if there were none. */
    public Map<String, Double> microsPer(double operations) {
        Map<String, Double> each = new LinkedHashMap<>();
        if (operations > 0) {
            micros.forEach((name, used) -> each.put(name, used / operations));
        }
        return each;
    }

    /** Without what makes the load. */
    public Usage ofSystem() {
        return new Usage(without(micros), without(writtenBytes));
    }

    private static Map<String, Long> without(Map<String, Long> all) {
        Map<String, Long> system = new LinkedHashMap<>(all);
        system.remove(BenchSystem.GENERATOR);
        return system;
    }

    /** All of the processes of the system together. */
    public long systemMicros() {
        return ofSystem().micros.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> all = new LinkedHashMap<>();
        now.forEach((name, value) -> {
            Long earlier = before.get(name);
            if (earlier != null) {
                all.put(name, value - earlier);
            }
        });
        return all;
    }

    /** Of all compilers of the system together. */
    public long compilersMicros() {
        return micros.getOrDefault(COMPILERS, 0L);
    }

    private static long compilers(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.mapToLong(Usage::compiler).sum();
        } catch (IOException e) {
            throw notThere(pid, e);
        }
    }

    /** Nothing if the thread is not a compiler, or has ended meanwhile. */
    private static long compiler(Path thread) {
        try {
            return COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt()
                    ? micros(Files.readString(thread.resolve("stat")))
                    : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private static long micros(String stat) {
        // The name of the program may contain blanks; the fields after it are numbers.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1])) * MICROS_PER_TICK;
    }

    private static long written(long pid) {
        return read(pid, "io")
                .lines()
                .filter(line -> line.startsWith("write_bytes: "))
                .mapToLong(line -> Long.parseLong(line.substring("write_bytes: ".length())))
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw notThere(pid, e);
        }
    }

    private static ServerException notThere(long pid, IOException e) {
        return new ServerException(
                "CPU and written bytes are read from /proc, as Linux has it, and process %d is not there: %s"
                        .formatted(pid, e.getMessage()),
                e);
    }
}
