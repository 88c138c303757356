import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Some minutes of everything, with tokens that live so briefly that clean-up has as much to do as
 * otherwise in days. The heap after a collection and the number of rows must come to rest.
 */
final class Soak {

    private static final int SLICES = 20;

    /** Rows that an operation may leave behind; one that leaks any leaves one or more. */
    private static final double MOST_LEFT = 0.05;

    private static final double MOST_GROWTH = 1.1;
    private static final long MEGABYTE = 1 << 20;

    private final Options options;

    /**
     * What was seen at one moment.
     *
     * @param at since the start
     * @param heap in use after a collection, in bytes
     * @param resident memory, in bytes
     * @param rows of all tables
     */
    private record Sample(Duration at, long heap, long resident, long rows) {}

    Soak(Options options) {
        this.options = options;
    }

    /** Returns whether all came to rest. */
    boolean run() throws Exception {
        var work = Bench.freshDirectory(options);
        var postgres = Postgres.start(work.resolve("postgres"));
        var serdab =
                new Serdab(options.path("root"), work.resolve("serdab"), postgres, false)
                        .with("serdab.tokens.access-token-lifetime=30s")
                        .with("serdab.tokens.refresh-token-idle-lifetime=30s")
                        .with("serdab.tokens.refresh-token-absolute-lifetime=60s")
                        .with("serdab.audit.retention=30s")
                        .with("serdab.session.idle-lifetime=30s")
                        .with("serdab.session.lifetime=60s");
        try (var server = serdab.started("serdab")) {
            return run(server.target(), new Rows(serdab));
        }
    }

    private boolean run(Target target, Rows rows) throws Exception {
        var workloads =
                options.list(
                        "workloads", "client_credentials,introspect,userinfo,code,login,revoke");
        var length = Duration.ofSeconds((long) (options.decimal("minutes", 10) * 60));
        double slice = (double) length.toSeconds() / SLICES / workloads.size();
        var samples = new ArrayList<Sample>();
        long requests = 0;
        long errors = 0;
        var start = Instant.now();
        System.out.printf("%8s %9s %12s %9s%n", "seconds", "heap MB", "resident MB", "rows");
        for (int i = 0; i < SLICES; i++) {
            for (var workload : workloads) {
                var measured = options.load().run(Workload.of(workload, target), slice);
                requests += measured.latencies().length;
                errors += measured.errors();
            }
            samples.add(sample(start, target, rows));
        }
        boolean isFlat = isFlat(samples, requests);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d operations, %,d errors, heap and rows %s%n",
                isFlat && errors == 0 ? "good" : "BAD",
                requests,
                errors,
                isFlat ? "at rest" : "still growing");
        return isFlat && errors == 0;
    }

    private static Sample sample(Instant start, Target target, Rows rows) throws Exception {
        long process = target.processes().getFirst();
        var sample =
                new Sample(
                        Duration.between(start, Instant.now()),
                        HeapUse.afterCollection(process),
                        Cpu.resident(process),
                        rows.count().values().stream().mapToLong(Long::longValue).sum());
        System.out.printf(
                "%8d %9d %12d %9d%n",
                sample.at().toSeconds(),
                sample.heap() / MEGABYTE,
                sample.resident() / MEGABYTE,
                sample.rows());
        return sample;
    }

    /**
     * Compares the last third with the one in the middle; the first is warm-up. How many rows wait
     * to be deleted follows how much was asked for in the last minutes, so what counts is how many
     * of the operations between left one behind.
     */
    private static boolean isFlat(List<Sample> samples, long operations) {
        int third = samples.size() / 3;
        var middle = samples.subList(third, 2 * third);
        var last = samples.subList(2 * third, samples.size());
        return mean(last, true) <= MOST_GROWTH * mean(middle, true)
                && mean(last, false) - mean(middle, false) <= MOST_LEFT * operations / 3;
    }

    private static double mean(List<Sample> samples, boolean heap) {
        return samples.stream()
                .mapToLong(heap ? Sample::heap : Sample::rows)
                .average()
                .orElseThrow();
    }
}
