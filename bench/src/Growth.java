import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What many live grants cost: the same server with few and with many of them, side by side. */
final class Growth {

    private static final double MOST = 1.2;

    private final Options options;

    Growth(Options options) {
        this.options = options;
    }

    /** Returns whether nothing costs much more. */
    boolean run() throws Exception {
        int few = options.number("small", 1_000);
        int many = options.number("large", 1_000_000);
        var work = Bench.freshDirectory(options);
        try (var small = filled(work.resolve("small"), few);
                var large = filled(work.resolve("large"), many)) {
            var comparison = new Comparison(options);
            boolean isFlat = true;
            Comparison.printHead();
            for (var workload :
                    options.list("workloads", "introspect,refresh,client_credentials")) {
                var both = comparison.run(workload, List.of(small.target(), large.target()));
                double ratio = both.get(large.target()).cpu() / both.get(small.target()).cpu();
                isFlat &= ratio <= MOST;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d live grants cost %s %.1f times what %,d do%n",
                    isFlat ? "good" : "BAD",
                    many,
                    isFlat ? "at most" : "more than",
                    MOST,
                    few);
            return isFlat && !comparison.hasFailed();
        }
    }

    private Server filled(Path directory, int grants) throws Exception {
        boolean isPostgres = options.text("database", "postgres").equals("postgres");
        var postgres = isPostgres ? Postgres.start(directory.resolve("postgres")) : null;
        var serdab = new Serdab(options.path("root"), directory, postgres, false);
        // The first start makes the tables. The H2 file has one user at a time.
        serdab.start().close();
        new Rows(serdab).addGrants(grants);
        return serdab.started("%,d grants".formatted(grants));
    }
}
