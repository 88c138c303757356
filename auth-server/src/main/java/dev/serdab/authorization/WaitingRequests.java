package dev.serdab.authorization;

import dev.serdab.authorization.PendingRequests.Pending;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;

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

    /**
     * Lets a page say which app waits and lead there, in the language that the app asked for; its
     * form carries the handle along.
     *
     * @param handle as the page was opened with; {@code null}: with none
     * @return the request, unless there is none or it is over
     */
    public Optional<AuthorizationRequest> show(
            ModelAndView page, @Nullable String handle, HttpServletRequest http) {
        var request = Optional.ofNullable(handle).flatMap(this::find).map(Waiting::request);
        request.ifPresent(asked -> RequestPages.show(page, handle, asked, http));
        return request;
    }

    /** Whether a request waits under this handle. */
    public boolean waits(String handle) {
        return find(handle).isPresent();
    }

    /** Whether the request under this handle is about a sign-in with two factors. */
    public boolean wantsTwoFactors(String handle) {
        return find(handle).filter(waiting -> waiting.request().wantsTwoFactors()).isPresent();
    }

    /**
     * Notes that somebody has just signed in for the request under this handle; what it demands of
     * a sign-in was done then.
     *
     * @return where it goes on, unless it is over
     */
    public Optional<String> signedIn(String handle, BrowserSession session) {
        return find(handle)
                .map(waiting -> {
                    pendingRequests.signedIn(waiting.pending(), session.id());
                    return AuthorizationEndpoint.continuing(waiting.pending());
                });
    }

    /** Where the request under this handle goes on, unless it is over. */
    public Optional<String> address(String handle) {
        return find(handle).map(Waiting::pending).map(AuthorizationEndpoint::continuing);
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
     * Whether a page was shown to somebody else than who is signed in now.
     *
     * @param shownTo the account that the page's form names; {@code null}: it names none
     */
    public static boolean isForAnother(@Nullable String shownTo, BrowserSession session) {
        return shownTo != null && !shownTo.equals(session.account().id().toString());
    }

    /**
     * What a page's form leads to. Somebody else than whom it was shown to has not been asked yet:
     * they are led to what they are to be asked.
     *
     * @param shownTo the account that the form names; {@code null}: it names none
     */
    ModelAndView answer(
            String handle,
            @Nullable String shownTo,
            @Nullable BrowserSession session,
            BiFunction<Waiting, BrowserSession, ModelAndView> answer) {
        return page(
                handle,
                session,
                (waiting, who) ->
                        isForAnother(shownTo, who)
                                ? AuthorizationEndpoint.goOn(waiting.pending())
                                : answer.apply(waiting, who));
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
