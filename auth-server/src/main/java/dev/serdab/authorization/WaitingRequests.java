package dev.serdab.authorization;

import dev.serdab.authorization.PendingRequests.Pending;
import dev.serdab.session.BrowserSession;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import java.util.Optional;
import java.util.function.BiFunction;

/** Requests that wait, read again each time: their clients may have changed meanwhile. */
@Component
public class WaitingRequests {

    private final PendingRequests pendingRequests;
    private final RequestReader reader;
    private final Answers answers;

    WaitingRequests(PendingRequests pendingRequests, RequestReader reader, Answers answers) {
        this.pendingRequests = pendingRequests;
        this.reader = reader;
        this.answers = answers;
    }

    /** A request that waits. */
    record Waiting(Pending pending, AuthorizationRequest request) {}

    /** What the request under this handle asks for, unless it is over. */
    public Optional<AuthorizationRequest> request(String handle) {
        return find(handle).map(Waiting::request);
    }

    /**
     * A page about the request under this handle. Whoever is not signed in is led to what comes
     * before it.
     */
    ModelAndView page(
            String handle,
            @Nullable BrowserSession session,
            BiFunction<Waiting, BrowserSession, ModelAndView> page) {
        var waiting = find(handle).orElse(null);
        if (waiting == null) {
            return answers.over();
        }
        return session == null
                ? AuthorizationEndpoint.goOn(waiting.pending())
                : page.apply(waiting, session);
    }

    /**
     * Whether a page was shown to somebody else than who is signed in now. They were not asked yet.
     *
     * @param shownTo the account that the page's form names; {@code null}: it names none
     */
    static boolean isForAnother(@Nullable String shownTo, BrowserSession session) {
        return shownTo != null && !shownTo.equals(session.account().id().toString());
    }

    Optional<Waiting> find(String handle) {
        return pendingRequests
                .find(handle)
                .flatMap(pending ->
                        reader.readKept(pending.parameters()) instanceof Reading.Valid(var request)
                                ? Optional.of(new Waiting(pending, request))
                                : Optional.empty());
    }
}
