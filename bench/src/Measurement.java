import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What one repetition showed.
 *
 * @param latencies of all that was answered, in nanoseconds, sorted
 * @param errors how often the answer was not the expected one
 * @param firstError the first of them, or {@code null}
 * @param seconds how long it took
 * @param cpu what was spent meanwhile
 */
record Measurement(long[] latencies, int errors, String firstError, double seconds, Cpu cpu) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** The medians of several repetitions; errors are added up. */
    record Summary(
            double perSecond,
            double p50,
            double p99,
            int errors,
            String firstError,
            double cpu,
            double server,
            double database,
            double compiler) {}

    static Summary summary(List<Measurement> all) {
        return new Summary(
                median(all, one -> one.latencies.length / one.seconds),
                median(all, one -> one.percentile(0.5)),
                median(all, one -> one.percentile(0.99)),
                all.stream().mapToInt(Measurement::errors).sum(),
                all.stream()
                        .map(Measurement::firstError)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                median(all, one -> one.perRequest(one.cpu.withoutCompiler())),
                median(all, one -> one.perRequest(one.cpu.server() - one.cpu.compiler())),
                median(all, one -> one.perRequest(one.cpu.database())),
                median(all, one -> one.perRequest(one.cpu.compiler())));
    }

    /** Whether the server still spends more than a little on compiling itself. */
    boolean isCold() {
        return cpu.compiler() > 0.03 * cpu.server();
    }

    private double perRequest(double micros) {
        return latencies.length == 0 ? 0 : micros / latencies.length;
    }

    private double percentile(double part) {
        if (latencies.length == 0) {
            return 0;
        }
        int index = Math.min(latencies.length - 1, (int) (latencies.length * part));
        return latencies[index] / NANOS_PER_MILLI;
    }

    private static double median(List<Measurement> all, ToDoubleFunction<Measurement> figure) {
        var sorted = all.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
