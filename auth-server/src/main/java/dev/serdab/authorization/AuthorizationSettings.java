package dev.serdab.authorization;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is demanded of every authorization request.
 *
 * @param requirePushedAuthorizationRequests takes only those that were pushed, whatever the client
 *     (RFC 9126 §5)
 */
@ConfigurationProperties("serdab.authorization")
public record AuthorizationSettings(
        @DefaultValue("false") boolean requirePushedAuthorizationRequests) {}
