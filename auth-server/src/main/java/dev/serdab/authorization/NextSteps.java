package dev.serdab.authorization;

import dev.serdab.account.SecondFactors;
import dev.serdab.authorization.PendingRequests.Pending;
import dev.serdab.consent.Consents;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.session.AuthenticationClass;
import dev.serdab.session.BrowserSession;
import dev.serdab.subject.Subjects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.time.Clock;

/** Decides what a request needs next (OpenID Connect Core §3.1.2.3, §3.1.2.4). */
@Component
class NextSteps {

    private final Consents consents;
    private final Subjects subjects;
    private final SecondFactors secondFactors;
    private final Clock clock;

    NextSteps(Consents consents, Subjects subjects, SecondFactors secondFactors, Clock clock) {
        this.consents = consents;
        this.subjects = subjects;
        this.secondFactors = secondFactors;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @param session who is signed in; {@code null}: nobody
     * @param pending the request as it waited; {@code null}: it has just come
     */
    NextStep of(
            AuthorizationRequest request,
            @Nullable BrowserSession session,
            @Nullable Pending pending) {
        boolean signedInForIt =
                session != null && pending != null && pending.isSignedInFor(session);
        if (!signedInForIt && request.prompt().contains("create")) {
            return new NextStep.SignUp();
        }
        if (session == null) {
            return signIn(request, "Nobody is signed in.");
        }
        if (!signedInForIt && mustSignInAgain(request, session)) {
            return signIn(request, "Nobody signed in recently enough.");
        }
        if (!request.mayBeAbout(subjects.of(request.client(), session.account().id()))) {
            var description = "Somebody else is signed in than the request is about.";
            return signedInForIt
                    ? impossible("login_required", description)
                    : signIn(request, description);
        }
        if (secondFactors.isMissing(session.account())
                && !AuthenticationClass.isTwoFactor(session.factors())) {
            return request.isSilent()
                    ? impossible("interaction_required", "A second factor must be set up first.")
                    : new NextStep.SetUpSecondFactor();
        }
        if (couldShowMore(request, session, signedInForIt)) {
            return signIn(request, "A second factor was not shown yet.");
        }
        if (!reachesClass(request, session)) {
            return impossible(
                    "unmet_authentication_requirements",
                    "No sign-in here reaches the acr that the request insists on.");
        }
        boolean chosenForIt = pending != null && pending.isChosenBy(session);
        if (!signedInForIt && !chosenForIt && request.prompt().contains("select_account")) {
            return new NextStep.ChooseAccount();
        }
        if (mustAsk(request, session, signedInForIt || chosenForIt)) {
            return request.isSilent()
                    ? impossible("consent_required", "The person has not allowed all of this yet.")
                    : new NextStep.AskConsent(session);
        }
        return new NextStep.Grant(session);
    }

    private boolean mustSignInAgain(AuthorizationRequest request, BrowserSession session) {
        var maxAge = request.maxAge();
        return request.prompt().contains("login")
                || (maxAge != null && session.authTime().plus(maxAge).isBefore(clock.instant()));
    }

    /** Whether a second factor is wanted that the person has and did not show. */
    private boolean couldShowMore(
            AuthorizationRequest request, BrowserSession session, boolean signedInForIt) {
        return !signedInForIt
                && request.wantsTwoFactors()
                && !AuthenticationClass.isTwoFactor(session.factors())
                && secondFactors.has(session.account().id())
                && !(request.isSilent() && request.claims().essentialClasses().isEmpty());
    }

    /** OpenID Connect Core §5.5.1.1. */
    private static boolean reachesClass(AuthorizationRequest request, BrowserSession session) {
        var essential = request.claims().essentialClasses();
        return essential.isEmpty() || essential.contains(AuthenticationClass.of(session.factors()));
    }

    /**
     * Whether the person must be asked. What they allowed before counts without them only where it
     * is certain that the same app asks (RFC 8252 §8.6).
     *
     * @param isThere whether they have just done something for this very request
     */
    private boolean mustAsk(AuthorizationRequest request, BrowserSession session, boolean isThere) {
        if (request.prompt().contains("consent")) {
            return true;
        }
        if (!request.client().requireConsent()) {
            return false;
        }
        if (request.mayBeAnotherApps() && !isThere) {
            return true;
        }
        var allowed = consents.of(session.account().id(), request.client().clientId());
        // Who asks for nothing at all gets an answer only where somebody has met them.
        return !allowed.containsAll(request.scopesToAllow()) || (allowed.isEmpty() && !isThere);
    }

    private static NextStep signIn(AuthorizationRequest request, String description) {
        return request.isSilent()
                ? impossible("login_required", description)
                : new NextStep.SignIn();
    }

    private static NextStep impossible(String code, String description) {
        return new NextStep.Impossible(
                new ProtocolError(HttpStatus.BAD_REQUEST, code, description));
    }
}
