package dev.serdab.doors;

import dev.serdab.origin.AllowedOrigins;
import dev.serdab.settings.ServerSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AnonymousConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.SecurityContextConfigurer;
import org.springframework.security.config.annotation.web.configurers.ServletApiConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

import java.util.List;

/**
 * The protocol endpoints that apps call directly, and the documents that describe them and the
 * account API. Each endpoint authenticates its caller itself: a client by its secret, a token by
 * being alive.
 *
 * <p>No session, no cookie, hence no CSRF token. Nothing here asks the framework who the caller is,
 * so the filters that would find out are left away: they cost a third of the quickest answers.
 */
@Configuration(proxyBeanMethods = false)
class ProtocolDoor {

    @Bean
    @Order(10)
    SecurityFilterChain protocol(
            HttpSecurity http,
            List<AllowedOrigins> origins,
            NewcomersPages newcomers,
            ServerSettings settings) {
        return http.securityMatcher(
                        "/oauth2/par",
                        "/oauth2/device_authorization",
                        "/oauth2/token",
                        "/oauth2/introspect",
                        "/oauth2/revoke",
                        "/oauth2/jwks",
                        "/oauth2/register",
                        "/oauth2/register/*",
                        "/userinfo",
                        "/.well-known/openid-configuration",
                        "/.well-known/oauth-authorization-server",
                        "/account-api/openapi.yaml")
                .addFilter(new CrossOrigin(origins, newcomers).filter())
                // A cache must not give an allowed page an answer that another one got.
                .headers(headers -> {
                    headers.addHeaderWriter(
                            new StaticHeadersWriter(HttpHeaders.VARY, HttpHeaders.ORIGIN));
                    StrictTransport.onlyIfHttps(headers, settings);
                })
                .securityContext(SecurityContextConfigurer::disable)
                .anonymous(AnonymousConfigurer::disable)
                .servletApi(ServletApiConfigurer::disable)
                .exceptionHandling(ExceptionHandlingConfigurer::disable)
                .sessionManagement(SessionManagementConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .csrf(CsrfConfigurer::disable)
                .build();
    }
}
