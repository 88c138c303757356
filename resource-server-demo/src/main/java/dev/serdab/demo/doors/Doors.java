package dev.serdab.demo.doors;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The ways in, tried in this order. All but the first are shut to whoever has no token, and an
 * endpoint without a rule is shut to everyone.
 *
 * <p>No session and no log-out: each request brings its token. No CSRF tokens: a token is never
 * taken from a cookie, so a browser attaches nothing by itself (RFC 6750 §5.3).
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** Needs no token: what this API says about itself. */
    @Bean
    @Order(1)
    SecurityFilterChain openDoor(HttpSecurity http) {
        return plain(http)
                .securityMatcher(MetadataEndpoint.PATH + "/**", ErrorEndpoint.PATH)
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }

    /** Leads nowhere: 404 and 405. */
    @Bean
    @Order(2)
    SecurityFilterChain blindDoor(HttpSecurity http, NobodyHome nobodyHome) {
        return plain(http)
                .securityMatcher(nobodyHome)
                .authorizeHttpRequests(paths -> paths.anyRequest().denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(nobodyHome))
                .build();
    }

    /** Needs an access token in the header; in the address or a form it is not looked for. */
    @Bean
    @Order(3)
    SecurityFilterChain apiDoor(HttpSecurity http, Challenge challenge) {
        return plain(http)
                .authorizeHttpRequests(paths -> {
                    paths.requestMatchers("/whoami").authenticated();
                    paths.requestMatchers(POST, "/notes").hasAuthority("SCOPE_notes.write");
                    paths.requestMatchers("/notes").hasAuthority("SCOPE_notes.read");
                    paths.anyRequest().denyAll();
                })
                .oauth2ResourceServer(
                        server -> server.jwt(withDefaults()).authenticationEntryPoint(challenge))
                .exceptionHandling(refusals -> {
                    refusals.authenticationEntryPoint(challenge);
                    refusals.accessDeniedHandler(challenge);
                })
                .build();
    }

    private static HttpSecurity plain(HttpSecurity http) {
        return http.cors(withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(Doors::nothingToShow);
    }

    /** Answers are data: should a browser open one as a page, it may load and frame nothing. */
    private static void nothingToShow(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(
                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
