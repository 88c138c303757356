package dev.serdab.passkey;

import dev.serdab.limit.Visitor;
import dev.serdab.passkey.PasskeySignIn.Verdict;
import dev.serdab.session.BrowserSession;
import dev.serdab.signin.Entrance;
import dev.serdab.signin.Entrance.Arrival;
import dev.serdab.signin.Onward;
import dev.serdab.signin.SignInForm;
import dev.serdab.signin.SignInOption;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Passkeys at the sign-in page: offered to whoever comes there, and what they answer. */
@Controller
class PasskeySignInPage {

    private final PasskeySignIn passkeys;
    private final Entrance entrance;
    private final SignInForm form;
    private final PasskeyOptions options;

    PasskeySignInPage(
            PasskeySignIn passkeys, Entrance entrance, SignInForm form, PasskeyOptions options) {
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.form = form;
        this.options = options;
    }

    @PostMapping("/sign-in/passkey")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String credential,
            @ModelAttribute Onward onward,
            @AuthenticationPrincipal @Nullable BrowserSession before,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visitor = Visitor.at(request.getRemoteAddr());
        return switch (passkeys.check(credential, BrowserKey.of(request), visitor)) {
            case Verdict.Accepted(var account, var factors) ->
                    entrance.enter(account, factors, new Arrival(before, onward, request, response))
                            .orElseGet(() -> again(onward, "passkey", request));
            case Verdict.NotActive _ -> again(onward, "not-active", request);
            case Verdict.Unknown(var credentialId) ->
                    again(onward, "passkey-unknown", request)
                            .addObject("passkeyGone", options.forForgetting(credentialId));
            case Verdict.Over _ -> again(onward, "passkey-over", request);
            case Verdict.Rejected _ -> again(onward, "passkey", request);
            case Verdict.TooMany(var wait) -> form.later(onward, "", wait, request);
        };
    }

    private ModelAndView again(Onward onward, String problem, HttpServletRequest request) {
        return form.again(onward, "", problem, HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    /** The button, and what the e-mail field's list of passkeys needs. */
    @Component
    static class Option implements SignInOption {

        private final PasskeyOptions options;
        private final RelyingParty relyingParty;

        Option(PasskeyOptions options, RelyingParty relyingParty) {
            this.options = options;
            this.relyingParty = relyingParty;
        }

        @Override
        public void show(ModelAndView page, HttpServletRequest request) {
            if (relyingParty.hasDomain()) {
                page.addObject("passkeyOptions", options.forSignIn(BrowserKey.of(request)));
            }
        }
    }
}
