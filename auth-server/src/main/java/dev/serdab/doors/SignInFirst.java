package dev.serdab.doors;

import dev.serdab.session.SessionCookie;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Leads whoever must sign in first to the page for it. A browser that still brings a session's name
 * was signed in; its person learns that the session has ended.
 */
class SignInFirst extends LoginUrlAuthenticationEntryPoint {

    private final SessionCookie cookie;

    SignInFirst(SessionCookie cookie) {
        super("/sign-in");
        this.cookie = cookie;
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refusal) {
        return cookie.isBrought(request) ? getLoginFormUrl() + "?ended" : getLoginFormUrl();
    }
}
