package dev.serdab.session;

import dev.serdab.settings.ServerSettings;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie that names a session: {@code __Host-sid} over https, {@code sid} on a developer's
 * machine.
 */
@Component
public class SessionCookie {

    private final String name;
    private final boolean secure;

    SessionCookie(ServerSettings settings) {
        this.secure = settings.checkedIssuer().isHttps();
        this.name = secure ? "__Host-sid" : "sid";
    }

    /** What the browser knows it by. */
    public String name() {
        return name;
    }

    /** Gives the browser a session's secret. */
    public void set(HttpServletResponse response, String secret) {
        response.addHeader(HttpHeaders.SET_COOKIE, given(secret));
    }

    /** Takes it away. */
    public void clear(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, taken());
    }

    /** The {@code Set-Cookie} that gives the browser a session's secret. */
    public String given(String secret) {
        return cookie(secret).build().toString();
    }

    /** The {@code Set-Cookie} that takes it away. */
    public String taken() {
        return cookie("").maxAge(0).build().toString();
    }

    /** Whether the browser names a session, be it over or not. */
    public boolean isBrought(HttpServletRequest request) {
        return read(request).isPresent();
    }

    /** What the browser brought. */
    Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }
}
