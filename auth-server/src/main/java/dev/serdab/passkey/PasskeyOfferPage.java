package dev.serdab.passkey;

import dev.serdab.authorization.WaitingRequests;
import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;
import dev.serdab.session.Factor;
import dev.serdab.signin.Entrance;
import dev.serdab.signin.Interlude;
import dev.serdab.signin.Onward;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Locale;
import java.util.Optional;

/**
 * Offers a passkey to whoever has signed in with a password, in a browser that says it can make
 * one. Whatever they answer, and if nothing comes of it, they get to where they wanted.
 */
@Controller
class PasskeyOfferPage implements Interlude {

    private static final String PATH = "/sign-in/passkey-offer";

    private final PasskeyOwners owners;
    private final PasskeyCreation creation;
    private final PasskeyOptions options;
    private final BrowserSessions sessions;
    private final Entrance entrance;
    private final WaitingRequests waitingRequests;

    PasskeyOfferPage(
            PasskeyOwners owners,
            PasskeyCreation creation,
            PasskeyOptions options,
            BrowserSessions sessions,
            Entrance entrance,
            WaitingRequests waitingRequests) {
        this.owners = owners;
        this.creation = creation;
        this.options = options;
        this.sessions = sessions;
        this.entrance = entrance;
        this.waitingRequests = waitingRequests;
    }

    @Override
    public Optional<String> path(BrowserSession session, Onward onward) {
        return onward.isPasskeyPossible()
                        && session.factors().contains(Factor.PASSWORD)
                        && owners.mayBeOffered(session.account().id())
                ? Optional.of(PATH)
                : Optional.empty();
    }

    @GetMapping(PATH)
    ModelAndView offer(
            @ModelAttribute Onward onward,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            HttpServletRequest request) {
        return session == null ? entrance.goOn(onward) : page(onward, session, request, null);
    }

    @PostMapping(PATH)
    ModelAndView answer(
            @RequestParam(defaultValue = "") String credential,
            @ModelAttribute Onward onward,
            @AuthenticationPrincipal @Nullable BrowserSession session,
            Locale locale,
            HttpServletRequest request) {
        if (session == null) {
            return entrance.goOn(onward);
        }
        if (credential.isEmpty()) {
            owners.declineOffer(session.account().id());
            return entrance.goOn(onward);
        }
        if (!sessions.isFresh(session)) {
            return page(onward, session, request, "over");
        }
        return switch (creation.complete(session, credential, locale)) {
            case Creation.Made _, Creation.TooMany _ -> entrance.goOn(onward);
            case Creation.Over _ -> page(onward, session, request, "over");
            case Creation.Refused _ -> page(onward, session, request, "failed");
        };
    }

    private ModelAndView page(
            Onward onward,
            BrowserSession session,
            HttpServletRequest request,
            @Nullable String problem) {
        var page = new ModelAndView("passkey/offer");
        page.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        onward.on(page);
        waitingRequests.show(page, onward.handle(), request);
        return page.addObject("problem", problem)
                .addObject("makeOptions", options.forMaking(session));
    }
}
