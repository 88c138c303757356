package dev.serdab.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

import java.io.IOException;

/**
 * A door's answer (403) to whom it refuses. A form without its CSRF token gets a page of its own:
 * as a rule nobody attacked, it was just open for longer than the session.
 */
public final class FormExpired implements AccessDeniedHandler {

    private static final String NAME = FormExpired.class.getName();

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (refusal instanceof CsrfException) {
            request.setAttribute(NAME, true);
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    static boolean isReasonFor(HttpServletRequest request) {
        return request.getAttribute(NAME) != null;
    }
}
