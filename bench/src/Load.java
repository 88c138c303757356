import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Some clients that ask at the same time, each on a connection of its own.
 *
 * @param connections how many
 * @param stock how many tokens are issued beforehand for the workloads that use them up
 */
record Load(int connections, int stock) {

    private static final int MOST_ERRORS = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    /** What one of them saw. */
    private record Share(long[] latencies, int errors) {}

    /** Runs for so many seconds, or until the stock is used up. */
    Measurement run(Workload workload, double seconds) throws Exception {
        if (workload.usesUpStock()) {
            fillStock(workload);
        }
        var ready = new CountDownLatch(connections);
        var go = new CountDownLatch(1);
        var end = new AtomicLong();
        var firstError = new AtomicReference<String>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var shares = new ArrayList<Future<Share>>();
            for (int i = 0; i < connections; i++) {
                shares.add(
                        threads.submit(() -> {
                            try (var connection = new Connection()) {
                                var operation = ready(workload, connection, ready);
                                go.await();
                                return share(operation, end.get(), firstError);
                            }
                        }));
            }
            ready.await();
            var before = Cpu.now(workload.target());
            long start = System.nanoTime();
            double limit = workload.usesUpStock() ? 60 + 20 * seconds : seconds;
            end.set(start + (long) (limit * NANOS_PER_SECOND));
            go.countDown();
            return measurement(workload, shares, firstError, start, before);
        }
    }

    private static Measurement measurement(
            Workload workload,
            Iterable<Future<Share>> shares,
            AtomicReference<String> firstError,
            long start,
            Cpu before)
            throws ExecutionException, InterruptedException {
        var latencies = new ArrayList<long[]>();
        int errors = 0;
        for (var share : shares) {
            latencies.add(share.get().latencies());
            errors += share.get().errors();
        }
        long nanos = System.nanoTime() - start;
        return new Measurement(
                latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray(),
                errors,
                firstError.get(),
                nanos / NANOS_PER_SECOND,
                Cpu.now(workload.target()).since(before));
    }

    private static Workload.Operation ready(
            Workload workload, Connection connection, CountDownLatch ready) throws IOException {
        try {
            return workload.prepare(connection);
        } finally {
            ready.countDown();
        }
    }

    private static Share share(
            Workload.Operation operation, long end, AtomicReference<String> firstError) {
        var latencies = new long[1 << 12];
        int done = 0;
        int errors = 0;
        while (System.nanoTime() < end && errors < MOST_ERRORS) {
            long start = System.nanoTime();
            try {
                if (!operation.run()) {
                    break;
                }
                if (done == latencies.length) {
                    latencies = Arrays.copyOf(latencies, done * 2);
                }
                latencies[done++] = System.nanoTime() - start;
            } catch (IOException e) {
                errors++;
                firstError.compareAndSet(null, e.toString());
            }
        }
        return new Share(Arrays.copyOf(latencies, done), errors);
    }

    private void fillStock(Workload workload) throws Exception {
        workload.stock().clear();
        var left = new AtomicInteger(stock);
        Callable<Void> issue =
                () -> {
                    try (var connection = new Connection()) {
                        while (left.getAndDecrement() > 0) {
                            workload.addToStock(connection);
                        }
                        return null;
                    }
                };
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var work = new ArrayList<Future<Void>>();
            for (int i = 0; i < connections; i++) {
                work.add(threads.submit(issue));
            }
            for (var each : work) {
                each.get();
            }
        }
    }
}
