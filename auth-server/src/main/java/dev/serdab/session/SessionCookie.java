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

    /** Gives the browser a session's secret. */
    public void set(HttpServletResponse response, String secret) {
        write(response, cookie(secret).build());
    }

    /** Takes it away. */
    public void clear(HttpServletResponse response) {
        write(response, cookie("").maxAge(0).build());
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

    private static void write(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
