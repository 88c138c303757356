package dev.serdab.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Defaults of Spring's own properties that follow from ours. An operator's value always wins.
 *
 * <p>In development the server listens on the loopback interface only: its demo secrets are printed
 * in the documentation.
 */
class ServerDefaults implements EnvironmentPostProcessor, Ordered {

    /** {@code WRITE_DELAY=0}: an answered request is on disk, whatever happens to the process. */
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        if (!environment.containsProperty("spring.datasource.url")) {
            Supplier<String> whenAsked = () -> h2Url(environment);
            defaults.put("spring.datasource.url", whenAsked);
            defaults.put("spring.datasource.username", "sa");
        }
        if (Development.isOn(environment)) {
            defaults.put("server.address", "127.0.0.1");
        }
        environment.getPropertySources().addLast(new Defaults(defaults));
    }

    /** Looks up suppliers when asked: a test names its data directory after this class has run. */
    private static class Defaults extends MapPropertySource {

        Defaults(Map<String, Object> defaults) {
            super("serdabDefaults", defaults);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            var value = super.getProperty(name);
            return value instanceof Supplier<?> supplier ? supplier.get() : value;
        }
    }

    private static String h2Url(ConfigurableEnvironment environment) {
        var directory = Path.of(environment.getProperty("serdab.data-directory", "data"));
        return "jdbc:h2:file:"
                + directory.toAbsolutePath().normalize().resolve("serdab")
                + H2_OPTIONS;
    }
}
