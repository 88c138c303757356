import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands on the command line after the command, as {@code --name value}. */
final class Options {

    private static final Set<String> NAMES =
            Set.of(
                    "root",
                    "work",
                    "targets",
                    "workloads",
                    "connections",
                    "seconds",
                    "repetitions",
                    "warmup",
                    "stock",
                    "database",
                    "small",
                    "large",
                    "minutes");

    private final Map<String, String> values = new HashMap<>();

    Options(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i).replaceFirst("^--", "");
            if (!NAMES.contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "--%s is unknown or has no value; there are: %s".formatted(name, NAMES));
            }
            values.put(name, arguments.get(i + 1));
        }
    }

    Path path(String name) {
        return Path.of(values.get(name)).toAbsolutePath().normalize();
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    List<String> list(String name, String otherwise) {
        return List.of(text(name, otherwise).split(","));
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }

    double decimal(String name, double otherwise) {
        return Double.parseDouble(text(name, String.valueOf(otherwise)));
    }

    /** The clients that ask at the same time. */
    Load load() {
        return new Load(number("connections", 4), number("stock", 2_000));
    }
}
