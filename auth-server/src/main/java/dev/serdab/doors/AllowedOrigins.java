package dev.serdab.doors;

import dev.serdab.client.Clients;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

import java.util.List;

/**
 * Which pages on other origins may read our answers: those of registered clients. Never with
 * cookies: they give no authority at these endpoints.
 */
@Component
class AllowedOrigins implements CorsConfigurationSource {

    private static final long PREFLIGHT_SECONDS = 3600;

    private final Clients clients;

    AllowedOrigins(Clients clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return null;
        }
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(clients.isOrigin(origin) ? List.of(origin) : List.of());
        configuration.setAllowedMethods(List.of("GET", "POST"));
        configuration.setAllowedHeaders(List.of("Authorization", "Content-Type"));
        configuration.setExposedHeaders(List.of("WWW-Authenticate"));
        configuration.setMaxAge(PREFLIGHT_SECONDS);
        return configuration;
    }
}
