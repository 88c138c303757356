package dev.serdab.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what to write where a {@code serdab.*} value is not of its setting's kind. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongValueAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        var deepest = deepest(cause);
        var wrong = findCause(rootFailure, WrongSetting.class);
        var property = deepest.getProperty();
        if (wrong != null
                || property == null
                || !deepest.getName().toString().startsWith("serdab")) {
            return null;
        }
        var type = deepest.getTarget().getType().resolve(Object.class);
        return new FailureAnalysis(
                "%s is \"%s\": write %s."
                        .formatted(
                                property.getName(),
                                property.getValue(),
                                example(type, rootFailure)),
                null,
                cause);
    }

    private static @Nullable String reason(Throwable failure) {
        var deepest = NestedExceptionUtils.getMostSpecificCause(failure);
        return deepest instanceof IllegalArgumentException ? deepest.getMessage() : null;
    }

    private static BindException deepest(BindException outer) {
        var found = outer;
        for (Throwable next = outer; next != null; next = next.getCause()) {
            if (next instanceof BindException bind) {
                found = bind;
            }
        }
        return found;
    }

    /** A type of our own that is read from a text says itself how to write it. */
    private static String example(Class<?> type, Throwable failure) {
        var how = type.isRecord() ? reason(failure) : null;
        if (how != null) {
            return how;
        }
        if (type == Duration.class) {
            return "a duration such as 30s, 15m, 72h or 1d";
        }
        if (type == Instant.class) {
            return "a time such as 2030-01-31T12:00:00Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == Path.class) {
            return "the path of a directory";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return "a value of the kind that config/application.yaml shows";
    }
}
