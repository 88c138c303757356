package dev.serdab.doors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The last door. Operators reach health, info and metrics, which listen on a port and a loopback
 * address of their own; error pages are open to all; everything else is not there (404). What tells
 * of people, or ends something, answers this machine alone, even when the port is opened to others
 * for the sake of metrics.
 *
 * <p>No CSRF token: nothing behind this door reads a cookie, and what changes something takes JSON
 * only, which no other site's page can send.
 */
@Configuration(proxyBeanMethods = false)
class OperationsDoor {

    @Bean
    @Order
    SecurityFilterChain operations(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        paths -> {
                            paths.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                            paths.requestMatchers(EndpointRequest.to("auditevents", "revocation"))
                                    .access(FromThisMachine::decide);
                            paths.requestMatchers(EndpointRequest.toAnyEndpoint()).permitAll();
                            paths.anyRequest().denyAll();
                        })
                .exceptionHandling(refused -> {
                    // An error, so that a browser gets a page that says so.
                    refused.authenticationEntryPoint((request, response, why) ->
                            response.sendError(HttpServletResponse.SC_NOT_FOUND));
                })
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .csrf(CsrfConfigurer::disable)
                .build();
    }
}
