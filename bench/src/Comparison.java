import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures targets side by side: each is warmed up, then all take turns, so that a slow spell of
 * the machine meets all of them alike.
 */
final class Comparison {

    private static final double WARM_UP_SLICE = 2;

    private final Load load;
    private final double seconds;
    private final int repetitions;
    private final double warmUp;
    private boolean hasFailed;

    Comparison(Options options) {
        this.load = options.load();
        this.seconds = options.decimal("seconds", 3);
        this.repetitions = options.number("repetitions", 5);
        this.warmUp = options.decimal("warmup", 60);
    }

    static void printHead() {
        System.out.printf(
                "%-20s %-20s %8s %8s %8s %7s %9s %9s %9s %7s%n",
                "workload",
                "target",
                "req/s",
                "p50 ms",
                "p99 ms",
                "errors",
                "CPU µs",
                "server",
                "database",
                "ratio");
    }

    /** Measures one workload; the ratio is that of the CPU time to the first target's. */
    Map<Target, Measurement.Summary> run(String workload, List<Target> targets) {
        Map<Target, List<Measurement>> all = new LinkedHashMap<>();
        for (var target : targets) {
            if (isReady(workload, target)) {
                all.put(target, new ArrayList<>());
            }
        }
        for (int i = 0; i < repetitions; i++) {
            all.forEach((target, measurements) -> {
                try {
                    measurements.add(load.run(Workload.of(workload, target), seconds));
                } catch (Exception e) {
                    fail(workload, target, e);
                }
            });
        }
        return print(workload, all);
    }

    /** Whether any request was not answered as it should be. */
    boolean hasFailed() {
        return hasFailed;
    }

    /** Warms up until the server has compiled what it will. */
    private boolean isReady(String workload, Target target) {
        double left = warmUp;
        try {
            Measurement last;
            do {
                double slice = Math.min(WARM_UP_SLICE, left);
                last = load.run(Workload.of(workload, target), slice);
                left -= Math.max(slice, last.seconds());
            } while (left > 0 && last.isCold());
            return true;
        } catch (Exception e) {
            fail(workload, target, e);
            return false;
        }
    }

    private void fail(String workload, Target target, Exception why) {
        hasFailed = true;
        Throwable cause = why;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        System.out.printf("%-20s %-20s failed: %s%n", workload, target.name(), cause);
    }

    private Map<Target, Measurement.Summary> print(
            String workload, Map<Target, List<Measurement>> all) {
        Map<Target, Measurement.Summary> summaries = new LinkedHashMap<>();
        double first = 0;
        for (var entry : all.entrySet()) {
            if (entry.getValue().isEmpty()) {
                continue;
            }
            var summary = Measurement.summary(entry.getValue());
            summaries.put(entry.getKey(), summary);
            first = first == 0 ? summary.cpu() : first;
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %-20s %8.0f %8.2f %8.2f %7d %9.0f %9.0f %9.0f %7.2f%s%n",
                    workload,
                    entry.getKey().name(),
                    summary.perSecond(),
                    summary.p50(),
                    summary.p99(),
                    summary.errors(),
                    summary.cpu(),
                    summary.server(),
                    summary.database(),
                    summary.cpu() / first,
                    summary.compiler() > 0.05 * summary.server() ? "  not warm yet" : "");
            if (summary.errors() > 0) {
                hasFailed = true;
                System.out.println("    first error: " + summary.firstError());
            }
        }
        return summaries;
    }
}
