package dev.serdab.site;

import dev.serdab.settings.ServerSettings;

import org.springframework.stereotype.Component;

import java.net.URI;

/** The site as mails speak of it. */
@Component
public class Site {

    private final String name;
    private final String root;

    Site(SiteSettings settings, ServerSettings server) {
        var issuer = server.checkedIssuer();
        this.name = first(settings.emailFrontendSiteName(), settings.siteName(), issuer.host());
        this.root =
                first(settings.emailFrontendProtocol(), issuer.uri().getScheme())
                        + "://"
                        + first(
                                settings.emailFrontendDomain(),
                                settings.domain(),
                                issuer.uri().getRawAuthority())
                        + "/";
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** An address of its front end. Comes from settings alone, never from a request. */
    public URI address(String path) {
        return URI.create(root + path);
    }

    private static String first(String... candidates) {
        for (var candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        throw new IllegalStateException("the issuer has a scheme and a host");
    }
}
