package dev.serdab.demo.doors;

import dev.serdab.demo.token.KeysUnavailable;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Refuses, and says how to do better: for clients in {@code WWW-Authenticate} (RFC 6750 §3, RFC
 * 9728 §5.1), for people in the body.
 */
@Component
class Challenge implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final BearerTokenAuthenticationEntryPoint header =
            new BearerTokenAuthenticationEntryPoint();

    Challenge(MetadataEndpoint metadata) {
        header.setResourceMetadataParameterResolver(_ -> metadata.address().toString());
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof KeysUnavailable unavailable) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + unavailable.retryAfter().toSeconds());
            Problems.write(
                    response,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.SERVICE_UNAVAILABLE, unavailable.getMessage()));
            return;
        }
        header.commence(request, response, why);
        var problem = ProblemDetail.forStatus(response.getStatus());
        if (why instanceof OAuth2AuthenticationException refused) {
            problem.setDetail(refused.getError().getDescription());
            problem.setProperty("error", refused.getError().getErrorCode());
        } else {
            problem.setDetail("Send an access token: Authorization: Bearer …");
        }
        Problems.write(response, problem);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var scope = scopeNeeded(why);
        var error =
                BearerTokenErrors.insufficientScope(
                        scope == null ? "No scope opens this" : "This needs the scope " + scope,
                        scope);
        commence(request, response, new OAuth2AuthenticationException(error));
    }

    /** The rule that said no knows what it asked for, so that no second table can disagree. */
    private static @Nullable String scopeNeeded(AccessDeniedException why) {
        if (why instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision rule) {
            return AuthorityUtils.authorityListToSet(rule.getAuthorities()).stream()
                    .map(authority -> authority.replaceFirst("^SCOPE_", ""))
                    .collect(Collectors.joining(" "));
        }
        return null;
    }
}
