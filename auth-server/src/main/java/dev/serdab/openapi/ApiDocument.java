package dev.serdab.openapi;

import dev.serdab.settings.ServerSettings;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The account API in OpenAPI 3.1: the file that is kept by hand, made true for this server. */
@Component
class ApiDocument {

    private static final String PREFIX = "serdab.account-api.path-prefix";

    private final String text;

    ApiDocument(ServerSettings server, Environment settings) {
        var address = server.at(settings.getProperty(PREFIX, "")).toString();
        this.text =
                Conditions.apply(
                                read("openapi/account-api.yaml"),
                                condition -> isSo(condition, settings))
                        .replace("{server}", address)
                        .replace("{jwt-words}", jwtWords(settings));
    }

    /** As it is served, in YAML. */
    String text() {
        return text;
    }

    private static boolean isSo(String condition, Environment settings) {
        int at = condition.indexOf('=');
        return at < 0
                ? settings.getProperty("serdab." + condition, Boolean.class, false)
                : condition
                        .substring(at + 1)
                        .equalsIgnoreCase(
                                settings.getProperty("serdab." + condition.substring(0, at)));
    }

    /** The words that may stand in front of a token of {@code /jwt/create/}. */
    private static String jwtWords(Environment settings) {
        return Binder.get(settings)
                .bind("serdab.jwt.auth-header-types", Bindable.listOf(String.class))
                .orElse(List.of("Bearer", "JWT"))
                .stream()
                .map(word -> "`" + word + "`")
                .collect(Collectors.joining(" or "));
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
