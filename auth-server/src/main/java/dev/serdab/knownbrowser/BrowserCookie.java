package dev.serdab.knownbrowser;

import dev.serdab.page.HostCookie;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.settings.ServerSettings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** The cookie by which a browser is known again, whoever signs in there. */
@Component
public class BrowserCookie {

    private static final String GIVEN = BrowserCookie.class.getName();

    private final HostCookie cookie;

    BrowserCookie(ServerSettings settings) {
        this.cookie = new HostCookie("browser", KnownBrowsers.KNOWN_FOR, settings);
    }

    /** What the browser knows it by. */
    public String name() {
        return cookie.name();
    }

    /** What the browser brought, or is given with this answer. */
    public Optional<String> read(HttpServletRequest request) {
        return request.getAttribute(GIVEN) instanceof String given
                ? Optional.of(given)
                : cookie.read(request);
    }

    /** What {@link #give} gives it in this request, whatever it brought. */
    String renew(HttpServletRequest request) {
        var secret = RandomSecret.base64Url();
        request.setAttribute(GIVEN, secret);
        return secret;
    }

    /** The same; one that has none is given one. */
    String give(HttpServletRequest request, HttpServletResponse response) {
        var secret = read(request).orElseGet(RandomSecret::base64Url);
        request.setAttribute(GIVEN, secret);
        cookie.set(response, secret);
        return secret;
    }
}
