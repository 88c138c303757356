package dev.serdab.demo.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import java.io.IOException;

/**
 * Recognizes a request that no endpoint would answer, because the path is unknown or does not have
 * the method, and tells everybody so, with or without a token.
 *
 * <p>It refuses rather than lets through, so nothing that was forgotten stands open behind it.
 */
@Component
class NobodyHome implements RequestMatcher, AuthenticationEntryPoint {

    private final ObjectProvider<HandlerMapping> endpoints;

    NobodyHome(ObjectProvider<HandlerMapping> endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return refusalOf(request) != null;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        var refusal = refusalOf(request);
        if (refusal != null) {
            refusal.getHeaders()
                    .forEach((name, values) ->
                            values.forEach(value -> response.addHeader(name, value)));
            Problems.write(response, refusal.getBody());
        }
    }

    /** What Spring MVC would say without an endpoint: 404, or 405 with the methods there are. */
    private @Nullable ErrorResponse refusalOf(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            for (var mapping : endpoints.orderedStream().toList()) {
                if (mapping.getHandler(request) != null) {
                    return null;
                }
            }
        } catch (Exception e) {
            if (e instanceof ErrorResponse refusal) {
                return refusal;
            }
            throw new IllegalStateException("Can't tell who answers", e);
        }
        return new ErrorResponseException(HttpStatus.NOT_FOUND, Problems.nothingHere(), null);
    }
}
