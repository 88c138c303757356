package dev.serdab.doors;

import dev.serdab.accountapi.AccountApi;
import dev.serdab.origin.AllowedOrigins;
import dev.serdab.settings.ServerSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import java.util.List;

/**
 * The account API: apps acting for a person, and people on their way to an account. All may come
 * in; who is asking, and what they may, is decided by {@link AccountApi} in the order clients of
 * Djoser rely on.
 *
 * <p>No CSRF token: only the {@code Authorization} header gives authority here, which a foreign
 * page cannot make a browser send; cookies are not looked at. No saved request: nobody is sent to
 * sign in. The security headers are Django's.
 */
@Configuration(proxyBeanMethods = false)
class AccountApiDoor {

    @Bean
    @Order(20)
    SecurityFilterChain accountApiSecurityFilterChain(
            HttpSecurity http,
            AccountApi api,
            List<AllowedOrigins> origins,
            ServerSettings settings) {
        return http.securityMatcher(api::answers)
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .addFilter(new CrossOrigin(origins).filter())
                .headers(headers -> {
                    headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
                    headers.crossOriginOpenerPolicy(
                            policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
                    headers.xssProtection(HeadersConfigurer.XXssConfig::disable);
                    StrictTransport.onlyIfHttps(headers, settings);
                })
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .csrf(CsrfConfigurer::disable)
                .build();
    }
}
