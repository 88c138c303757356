package dev.serdab.demo.doors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

import java.time.Duration;
import java.util.List;

/** Lets apps that run in a browser call this API from their own origin; cookies play no part. */
@Configuration(proxyBeanMethods = false)
class BrowserApps {

    @Bean
    CorsConfigurationSource corsConfigurationSource(Settings settings) {
        var cors = new CorsConfiguration();
        cors.setAllowedOriginPatterns(settings.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        cors.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE));
        // A browser hides these from the app otherwise, and they say what to do next.
        cors.setExposedHeaders(List.of(HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER));
        cors.setAllowCredentials(false);
        cors.setMaxAge(Duration.ofHours(1));
        return _ -> cors;
    }

    /**
     * Settings of the demo itself.
     *
     * @param allowedOrigins which origins may call, such as {@code https://app.example.org}; {@code
     *     [*]} stands for any port, a lone {@code *} for everyone
     */
    @ConfigurationProperties("demo")
    record Settings(List<String> allowedOrigins) {}
}
