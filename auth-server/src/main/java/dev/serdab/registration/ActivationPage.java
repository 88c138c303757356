package dev.serdab.registration;

import dev.serdab.mailedlink.LinkPages;
import dev.serdab.mailedlink.LinkPurpose;
import dev.serdab.mailedlink.LinkState;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import java.util.Locale;

/**
 * Where an activation link leads unless a setting names a front end. Opening it does nothing, as
 * mail programs open links too; its button does.
 */
@Controller
class ActivationPage {

    private static final LinkPurpose PURPOSE = LinkPurpose.ACTIVATION;

    private final Activations activations;
    private final InterruptedRequest interrupted;

    ActivationPage(Activations activations, InterruptedRequest interrupted) {
        this.activations = activations;
        this.interrupted = interrupted;
    }

    @GetMapping("/activate/{uid}/{token}")
    ModelAndView show(
            @PathVariable String uid, @PathVariable String token, HttpServletRequest request) {
        return switch (activations.look(uid, token)) {
            case LinkState.Good(var account) ->
                    new ModelAndView("registration/activate")
                            .addObject("email", account.email().value())
                            .addObject("uid", uid)
                            .addObject("token", token);
            case LinkState.Used _ -> activated(false, request);
            case LinkState.NotValid _, LinkState.NoAccount _ -> notValid();
        };
    }

    @PostMapping("/activate/{uid}/{token}")
    ModelAndView activate(
            @PathVariable String uid,
            @PathVariable String token,
            Locale locale,
            HttpServletRequest request) {
        return switch (activations.activate(uid, token, locale)) {
            case ACTIVATED -> activated(true, request);
            case ALREADY_ACTIVE -> activated(false, request);
            case LINK_NOT_VALID, NO_ACCOUNT -> notValid();
        };
    }

    @GetMapping("/activate")
    ModelAndView ask() {
        checkOffered();
        return LinkPages.ask(PURPOSE);
    }

    @PostMapping("/activate")
    ModelAndView send(@RequestParam(defaultValue = "") String email, Locale locale) {
        checkOffered();
        return LinkPages.asked(PURPOSE, email, address -> activations.sendAgain(address, locale));
    }

    private ModelAndView notValid() {
        checkOffered();
        return LinkPages.notValid(PURPOSE);
    }

    /** Where accounts are active from the start, nobody gets here but by guessing. */
    private void checkOffered() {
        if (!activations.areWanted()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** Signing in leads on to what the person signed up for, if it was in this browser. */
    private ModelAndView activated(boolean isNew, HttpServletRequest request) {
        return new ModelAndView("registration/activated")
                .addObject("isNew", isNew)
                .addObject("continueHandle", interrupted.handle(request).orElse(null));
    }
}
