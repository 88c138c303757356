package dev.serdab.passkey;

import dev.serdab.sealing.SecretHash;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.csrf.DeferredCsrfToken;

/** What tells one browser from another before anybody is signed in: the secret of its forms. */
final class BrowserKey {

    private BrowserKey() {}

    /** Of the browser that asks. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(DeferredCsrfToken.class.getName())
                instanceof DeferredCsrfToken secret) {
            return Base64Url.of(SecretHash.of(secret.get().getToken()));
        }
        throw new IllegalStateException("The door of the pages gives every browser one.");
    }
}
