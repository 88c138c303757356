import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time that processes and all their descendants have used, from {@code /proc}, in microseconds.
 *
 * @param server of the server
 * @param compiler the part of it that a JVM's compiler threads took
 * @param database of the database server
 */
record Cpu(double server, double compiler, double database) {

    // USER_HZ is 100 on every Linux that Java runs on.
    private static final double MICROS_PER_TICK = 10_000;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static Cpu now(Target target) {
        return new Cpu(
                used(target.processes()),
                usedByCompilers(target.processes()),
                used(target.databaseProcesses()));
    }

    Cpu since(Cpu before) {
        return new Cpu(
                server - before.server,
                Math.max(0, compiler - before.compiler),
                database - before.database);
    }

    /** What counts: compiling ends once a server is warm. */
    double withoutCompiler() {
        return server - compiler + database;
    }

    /** Resident memory of a process, in bytes. */
    static long resident(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private static double used(Collection<Long> processes) {
        double ticks = 0;
        for (long root : processes) {
            ticks += ticks(Path.of("/proc/" + root + "/stat"), true);
            ticks += descendants(root).mapToDouble(each -> ticks(stat(each), false)).sum();
        }
        return ticks * MICROS_PER_TICK;
    }

    private static double usedByCompilers(Collection<Long> processes) {
        double ticks = 0;
        for (long root : processes) {
            for (long each : Stream.concat(Stream.of(root), descendants(root)).toList()) {
                for (var thread : threads(each)) {
                    ticks += isCompiler(thread) ? ticks(thread.resolve("stat"), false) : 0;
                }
            }
        }
        return ticks * MICROS_PER_TICK;
    }

    private static Path stat(long process) {
        return Path.of("/proc/" + process + "/stat");
    }

    private static Stream<Long> descendants(long process) {
        return ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
    }

    private static List<Path> threads(long process) {
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc/" + process + "/task"))) {
            return Stream.of(threads).flatMap(all -> stream(all)).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Stream<Path> stream(Iterable<Path> paths) {
        var stream = Stream.<Path>builder();
        paths.forEach(stream);
        return stream.build();
    }

    private static boolean isCompiler(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).matches("(?s)C[12] Compiler.*");
        } catch (IOException e) {
            return false; // It has ended.
        }
    }

    private static double ticks(Path stat, boolean withEndedChildren) {
        try {
            var line = Files.readString(stat);
            // The name before may hold anything, a parenthesis too.
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            double own = Double.parseDouble(fields[USER]) + Double.parseDouble(fields[SYSTEM]);
            return withEndedChildren
                    ? own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14])
                    : own;
        } catch (IOException e) {
            return 0; // It has ended.
        }
    }
}
