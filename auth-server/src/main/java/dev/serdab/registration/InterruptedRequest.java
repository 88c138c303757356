package dev.serdab.registration;

import dev.serdab.authorization.WaitingRequests;
import dev.serdab.settings.ServerSettings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import java.util.Optional;

/**
 * Lets the browser remember for which app somebody signed up, until they come back by the mailed
 * link. Elsewhere, or later than the request waits, they just sign in.
 */
@Component
class InterruptedRequest {

    private final String name;
    private final boolean secure;
    private final WaitingRequests waitingRequests;

    InterruptedRequest(ServerSettings settings, WaitingRequests waitingRequests) {
        this.secure = settings.checkedIssuer().isHttps();
        this.name = secure ? "__Host-signed-up-for" : "signed-up-for";
        this.waitingRequests = waitingRequests;
    }

    /** Remembers a request by its handle, as long as the browser runs. */
    void remember(@Nullable String handle, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(name, handle)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The handle of the remembered request, if it still waits. */
    Optional<String> handle(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(cookie -> cookie.getValue())
                .filter(waitingRequests::waits);
    }
}
