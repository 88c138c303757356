package dev.serdab.accountapi;

import dev.serdab.origin.AllowedOrigins;
import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/**
 * Where the account API is and which web pages may use it.
 *
 * @param pathPrefix in front of every path, as {@code /auth}; nothing by default
 * @param allowedOrigins web pages besides those of registered apps that may call this API from a
 *     browser, as {@code https://app.example.com}
 * @param socialAuthAllowedRedirectUris accepted, so that a Django team's settings can be taken
 *     over; without effect until there is social sign-in
 */
@ConfigurationProperties("serdab.account-api")
record AccountApiSettings(
        @DefaultValue("") String pathPrefix,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<String> socialAuthAllowedRedirectUris)
        implements AllowedOrigins {

    AccountApiSettings {
        if (!pathPrefix.matches("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")) {
            throw new WrongSetting(
                    "serdab.account-api.path-prefix",
                    "is \"%s\": write a path without a slash at the end, such as /auth"
                            .formatted(pathPrefix));
        }
        for (var origin : allowedOrigins) {
            if (!origin.matches("https?://[^/?#\\s*]+")) {
                throw new WrongSetting(
                        "serdab.account-api.allowed-origins",
                        "has \"%s\": write scheme, host and port, such as https://app.example.com"
                                .formatted(origin));
            }
        }
    }

    @Override
    public boolean allow(String origin) {
        return allowedOrigins.contains(origin);
    }
}
