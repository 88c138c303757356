package dev.serdab.doors;

import dev.serdab.settings.ServerSettings;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Strict-Transport-Security (RFC 6797 §7.1), when everyone reaches this server by https. TLS often
 * ends at a proxy, so what the request itself came by says nothing: the issuer does.
 */
final class StrictTransport {

    private StrictTransport() {}

    static void onlyIfHttps(HeadersConfigurer<HttpSecurity> headers, ServerSettings settings) {
        if (settings.checkedIssuer().isHttps()) {
            headers.httpStrictTransportSecurity(
                    hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE));
        }
    }
}
