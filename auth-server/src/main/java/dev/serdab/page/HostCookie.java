package dev.serdab.page;

import dev.serdab.settings.ServerSettings;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A cookie with a secret for this server alone: {@code __Host-…} over https, and without that on a
 * developer's machine.
 */
public final class HostCookie {

    private final String name;
    private final Duration lifetime;
    private final boolean secure;

    /** Named so, and kept so long. */
    public HostCookie(String name, Duration lifetime, ServerSettings settings) {
        this.secure = settings.checkedIssuer().isHttps();
        this.name = secure ? "__Host-" + name : name;
        this.lifetime = lifetime;
    }

    /** What the browser knows it by. */
    public String name() {
        return name;
    }

    /** What the browser brought. */
    public Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Gives the browser a secret. */
    public void set(HttpServletResponse response, String secret) {
        add(response, secret, lifetime);
    }

    /** Takes it away. */
    public void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
