package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.account.SecondFactors;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.authorization.WaitingRequests;
import dev.serdab.knownbrowser.BrowserCookie;
import dev.serdab.knownbrowser.KnownBrowsers;
import dev.serdab.page.HostCookie;
import dev.serdab.session.Factor;
import dev.serdab.signin.Entrance.Arrival;
import dev.serdab.signin.SecondStep;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;

/** Asks whoever has an app with codes for one, except in a browser that they trust. */
@Component
class CodeAsSecondStep implements SecondStep {

    private final SecondFactors secondFactors;
    private final KnownBrowsers browsers;
    private final BrowserCookie browserCookie;
    private final WaitingRequests waitingRequests;
    private final HalfSignIns halfSignIns;
    private final HostCookie stepCookie;
    private final AuditLog audit;

    CodeAsSecondStep(
            SecondFactors secondFactors,
            KnownBrowsers browsers,
            BrowserCookie browserCookie,
            WaitingRequests waitingRequests,
            HalfSignIns halfSignIns,
            HostCookie stepCookie,
            AuditLog audit) {
        this.secondFactors = secondFactors;
        this.browsers = browsers;
        this.browserCookie = browserCookie;
        this.waitingRequests = waitingRequests;
        this.halfSignIns = halfSignIns;
        this.stepCookie = stepCookie;
        this.audit = audit;
    }

    @Override
    public Optional<String> next(Account checked, Set<Factor> factors, Arrival arrival) {
        if (!secondFactors.has(checked.id())) {
            return Optional.empty();
        }
        if (isEnough(checked, arrival)) {
            audit.add(AuditEvent.of(Kind.SIGN_IN, checked.id()).detail("in a trusted browser"));
            return Optional.empty();
        }
        stepCookie.set(arrival.response(), halfSignIns.begin(checked, factors));
        return Optional.of(arrival.onward().after(SecondStepPage.PATH));
    }

    /** A trusted browser is, but not where an app insists on two factors. */
    private boolean isEnough(Account checked, Arrival arrival) {
        var handle = arrival.onward().handle();
        return browserCookie
                        .read(arrival.request())
                        .filter(secret -> browsers.trusts(checked, secret))
                        .isPresent()
                && (handle == null || !waitingRequests.wantsTwoFactors(handle));
    }
}
