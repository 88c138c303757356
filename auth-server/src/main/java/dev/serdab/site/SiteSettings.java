package dev.serdab.site;

import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;

/**
 * How mails name this site, and where their links lead: Django's {@code DOMAIN} and {@code
 * SITE_NAME}, and Djoser's {@code EMAIL_FRONTEND_*}, which go before them.
 *
 * @param domain host and port of the front end; the issuer's by default
 * @param siteName what the site is called; the issuer's host by default
 * @param emailFrontendProtocol {@code http} or {@code https}; the issuer's by default
 * @param emailFrontendDomain goes before {@code domain}
 * @param emailFrontendSiteName goes before {@code siteName}
 */
@ConfigurationProperties("serdab.account-api")
record SiteSettings(
        @DefaultValue("") String domain,
        @DefaultValue("") String siteName,
        @DefaultValue("") String emailFrontendProtocol,
        @DefaultValue("") String emailFrontendDomain,
        @DefaultValue("") String emailFrontendSiteName) {

    SiteSettings {
        checkDomain("domain", domain);
        checkDomain("email-frontend-domain", emailFrontendDomain);
        if (!emailFrontendProtocol.matches("|https?")) {
            throw new WrongSetting(
                    "serdab.account-api.email-frontend-protocol",
                    "is \"%s\": write http or https".formatted(emailFrontendProtocol));
        }
    }

    private static void checkDomain(String name, String domain) {
        if (!domain.isEmpty() && !isDomain(domain)) {
            throw new WrongSetting(
                    "serdab.account-api." + name,
                    "is \"%s\": write a host, with a port if it needs one, such as app.example.com"
                            .formatted(domain));
        }
    }

    private static boolean isDomain(String text) {
        try {
            var uri = URI.create("https://" + text);
            return uri.getHost() != null
                    && text.equals(uri.getRawAuthority())
                    && !text.contains("@");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
