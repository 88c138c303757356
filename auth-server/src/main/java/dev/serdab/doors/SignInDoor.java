package dev.serdab.doors;

import dev.serdab.page.FormExpired;
import dev.serdab.page.PageHeaders;
import dev.serdab.session.SessionContextRepository;
import dev.serdab.session.SessionCookie;
import dev.serdab.settings.ServerSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/**
 * The pages that people meet in a browser. Who is signed in is told by our own session cookie.
 *
 * <p>Forms carry a CSRF token that is compared with a cookie. Two endpoints take POSTs from apps'
 * pages and change nothing by themselves, so they have none: the authorization endpoint, and the
 * logout endpoint, which asks unless the app shows an ID token of the session.
 */
@Configuration(proxyBeanMethods = false)
class SignInDoor {

    @Bean
    @Order(30)
    SecurityFilterChain signIn(
            HttpSecurity http,
            SessionContextRepository sessions,
            SessionCookie cookie,
            ServerSettings settings) {
        return http.securityMatcher(
                        "/oauth2/authorize",
                        "/connect/logout",
                        "/connect/logout/confirmed",
                        "/sign-in",
                        "/sign-in/**",
                        "/sign-up",
                        "/sign-out",
                        "/choose-account",
                        "/consent",
                        "/client-logo",
                        "/device",
                        "/device/decision",
                        "/account",
                        "/account/**",
                        "/setup",
                        "/activate/**",
                        "/password/**",
                        "/email/**",
                        "/dev/**",
                        "/.well-known/change-password",
                        "/.well-known/passkey-endpoints",
                        "/assets/**",
                        "/favicon.ico")
                .authorizeHttpRequests(paths -> {
                    paths.requestMatchers("/account", "/account/**").authenticated();
                    paths.anyRequest().permitAll();
                })
                .exceptionHandling(refused -> {
                    refused.authenticationEntryPoint(new SignInFirst(cookie));
                    refused.accessDeniedHandler(new FormExpired());
                })
                .securityContext(context -> context.securityContextRepository(sessions))
                .headers(headers -> {
                    headers.defaultsDisabled();
                    headers.addHeaderWriter(new PageHeaders());
                    StrictTransport.onlyIfHttps(headers, settings);
                })
                .csrf(csrf -> {
                    csrf.csrfTokenRepository(csrfCookie(settings));
                    csrf.ignoringRequestMatchers("/oauth2/authorize", "/connect/logout");
                })
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .build();
    }

    private static CookieCsrfTokenRepository csrfCookie(ServerSettings settings) {
        boolean secure = settings.checkedIssuer().isHttps();
        var cookies = new CookieCsrfTokenRepository();
        cookies.setCookieName(secure ? "__Host-csrf" : "csrf");
        cookies.setCookieCustomizer(
                cookie -> cookie.path("/").secure(secure).httpOnly(true).sameSite("Lax"));
        return cookies;
    }
}
