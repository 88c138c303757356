import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what our server costs, and what others cost beside it. Started by {@code bench/run},
 * which says how.
 */
public final class Bench {

    private static final String TARGETS = "serdab-postgres,serdab-h2";

    private final Options options;

    private Bench(Options options) {
        this.options = options;
    }

    /** The first argument is what to do, the others are options. */
    public static void main(String[] arguments) throws Exception {
        var rest = List.of(arguments).subList(1, arguments.length);
        var options = new Options(rest);
        boolean isGood =
                switch (arguments[0]) {
                    case "compare" -> new Bench(options).compare();
                    case "growth" -> new Growth(options).run();
                    case "soak" -> new Soak(options).run();
                    default -> throw new IllegalArgumentException("unknown: " + arguments[0]);
                };
        System.exit(isGood ? 0 : 1);
    }

    /** A directory that no run before has used. */
    static Path freshDirectory(Options options) {
        return options.path("work").resolve("run-" + Instant.now().toEpochMilli());
    }

    private boolean compare() throws Exception {
        var servers = new ArrayList<Server>();
        try {
            for (var name : options.list("targets", TARGETS)) {
                servers.add(start(name));
            }
            var targets = servers.stream().map(Server::target).toList();
            var comparison = new Comparison(options);
            Comparison.printHead();
            for (var workload : workloads()) {
                // Only our server has clients of that kind.
                boolean isOurs = workload.equals("stateless");
                comparison.run(
                        workload,
                        targets.stream()
                                .filter(target -> !isOurs || target.name().startsWith("serdab"))
                                .toList());
            }
            for (var target : targets) {
                System.out.printf(
                        "%-20s %d MB resident%n",
                        target.name(), Cpu.resident(target.processes().getFirst()) >> 20);
            }
            return !comparison.hasFailed();
        } finally {
            for (var server : servers) {
                server.close();
            }
        }
    }

    private List<String> workloads() {
        return options.list("workloads", Workload.ALL);
    }

    /**
     * A target is a name, after which settings may stand: {@code serdab-h2:name=value:NAME=value}.
     */
    private Server start(String target) throws IOException, InterruptedException {
        var name = target.split(":", 2)[0];
        var directory = freshDirectory(options).resolve(name);
        var root = options.path("root");
        System.out.println("starting " + target + " …");
        return switch (name) {
            case "serdab-h2" -> serdab(root, directory, null, target);
            case "serdab-postgres" ->
                    serdab(root, directory, Postgres.start(directory.resolve("postgres")), target);
            case "node-oidc-provider" ->
                    NodeProvider.started(
                            root.resolve("bench/peers"), options.path("work").resolve(name));
            case "keycloak" -> Keycloak.started(root, options.path("work").resolve(name));
            default -> throw new IllegalArgumentException("There is no target " + name);
        };
    }

    private Server serdab(Path root, Path directory, Postgres postgres, String target)
            throws IOException, InterruptedException {
        var serdab = new Serdab(root, directory, postgres, workloads().contains("stateless"));
        var parts = List.of(target.split(":"));
        parts.subList(1, parts.size()).forEach(serdab::with);
        return serdab.started(target);
    }
}
