package dev.serdab.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Says in one sentence that the database cannot be opened, instead of in a stack trace. */
class UnreachableDatabase implements FailureAnalyzer {

    private final Environment environment;

    UnreachableDatabase(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> isAboutOpening(cause.getSQLState()))
                .findFirst()
                .map(cause ->
                        new FailureAnalysis(
                                "spring.datasource.url is %s, which cannot be opened (%s): start that database, or write another address, spring.datasource.username and .password."
                                        .formatted(address(), firstLine(cause)),
                                null,
                                failure))
                .orElse(null);
    }

    /**
     * Connection exceptions, refused log-ins, missing databases (SQLSTATE classes 08, 28 and 3D),
     * and H2's broken files (90030).
     */
    private static boolean isAboutOpening(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("28")
                        || state.startsWith("3D")
                        || state.equals("90030"));
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** Without what may stand behind the question mark: a password, perhaps. */
    private String address() {
        var url = environment.getProperty("spring.datasource.url", "");
        return url.split("[?;]", 2)[0];
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
