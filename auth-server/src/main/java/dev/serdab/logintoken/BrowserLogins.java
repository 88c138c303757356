package dev.serdab.logintoken;

import dev.serdab.account.Account;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.origin.AllowedOrigins;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.Factor;
import dev.serdab.session.SessionCookie;
import dev.serdab.settings.ServerSettings;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the operator wants it, a browser that logs in for a key is signed in at this server's pages
 * too (Djoser's {@code CREATE_SESSION_ON_LOGIN}). The cookie opens nothing at the account API.
 *
 * <p>A page of an origin that is not ours or allowed gets its key and no cookie: it could sign
 * somebody else's browser in to an account of its own.
 */
@Component
class BrowserLogins {

    private final BrowserSessions sessions;
    private final SessionCookie cookie;
    private final List<AllowedOrigins> origins;
    private final String ownOrigin;
    private final boolean areWanted;

    BrowserLogins(
            BrowserSessions sessions,
            SessionCookie cookie,
            List<AllowedOrigins> origins,
            ServerSettings server,
            LoginTokenSettings settings) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.origins = origins;
        this.ownOrigin = server.checkedIssuer().origin();
        this.areWanted = settings.createSessionOnLogin();
    }

    /** The answer to a log-in, with a cookie if there is to be one. */
    Answer signIn(Account account, Set<Factor> factors, ApiRequest request, Answer answer) {
        if (!areWanted || !request.origin().map(this::isTrusted).orElse(true)) {
            return answer;
        }
        return sessions.signIn(account, session(request).orElse(null), factors)
                .map(opened -> withCookie(answer, cookie.given(opened.secret())))
                .orElse(answer);
    }

    /** The answer to a log-out; signs the browser out as well that asks for it. */
    Answer signOut(ApiRequest request, Answer answer) {
        if (!areWanted) {
            return answer;
        }
        return session(request)
                .filter(session -> session.account().id().equals(request.account().id()))
                .map(session -> {
                    sessions.end(session.id());
                    return withCookie(answer, cookie.taken());
                })
                .orElse(answer);
    }

    private Optional<BrowserSession> session(ApiRequest request) {
        return request.cookie(cookie.name()).flatMap(sessions::find);
    }

    private boolean isTrusted(String origin) {
        return origin.equals(ownOrigin) || origins.stream().anyMatch(some -> some.allow(origin));
    }

    private static Answer withCookie(Answer answer, String value) {
        return answer.with("Set-Cookie", value).with("Vary", "Cookie");
    }
}
