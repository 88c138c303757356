package dev.serdab.doors;

import dev.serdab.operator.OperatorToken;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;

import java.io.IOException;

/**
 * The last door. Operators reach health, info and metrics, which listen on a port and a loopback
 * address of their own, and with the operator's token what tells of people, changes or ends
 * something; error pages are open to all; everything else is not there (404).
 *
 * <p>No CSRF token: nothing behind this door reads a cookie.
 */
@Configuration(proxyBeanMethods = false)
class OperationsDoor {

    @Bean
    @Order
    SecurityFilterChain operations(HttpSecurity http, OperatorToken operator) {
        return http.authorizeHttpRequests(
                        paths -> {
                            paths.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                            paths.requestMatchers(
                                            EndpointRequest.to("health", "info", "prometheus"))
                                    .permitAll();
                            paths.requestMatchers(EndpointRequest.toAnyEndpoint())
                                    .access((_, context) ->
                                            new AuthorizationDecision(
                                                    operator.isShownBy(context.getRequest())));
                            paths.anyRequest().denyAll();
                        })
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(OperationsDoor::refuse))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .csrf(CsrfConfigurer::disable)
                .build();
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (EndpointRequest.toAnyEndpoint().matches(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            // An error, so that a browser gets a page that says so.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
