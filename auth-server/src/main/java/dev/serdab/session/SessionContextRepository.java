package dev.serdab.session;

import dev.serdab.account.Memberships;
import dev.serdab.audit.CallerNote;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds out who is signed in, when a page asks. Nothing is saved here: sign-in opens sessions. */
@Component
public class SessionContextRepository implements SecurityContextRepository {

    private final BrowserSessions sessions;
    private final SessionCookie cookie;
    private final Memberships memberships;

    SessionContextRepository(
            BrowserSessions sessions, SessionCookie cookie, Memberships memberships) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.memberships = memberships;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> load(request));
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // A context lives as long as its request.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }

    private SecurityContext load(HttpServletRequest request) {
        var session = cookie.read(request).flatMap(sessions::find).orElse(null);
        if (session == null) {
            return SecurityContextHolder.createEmptyContext();
        }
        CallerNote.leave(request, session.account().id());
        return new SecurityContextImpl(new SignedIn(session, memberships));
    }

    private static final class Deferred implements DeferredSecurityContext {

        private final org.springframework.util.function.SingletonSupplier<SecurityContext> context;

        Deferred(java.util.function.Supplier<SecurityContext> load) {
            this.context = org.springframework.util.function.SingletonSupplier.of(load);
        }

        @Override
        public SecurityContext get() {
            return context.obtain();
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
