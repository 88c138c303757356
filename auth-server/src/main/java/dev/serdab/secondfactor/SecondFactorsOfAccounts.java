package dev.serdab.secondfactor;

import dev.serdab.account.TakenBack;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditLog;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes second factors away because something happened to their account. */
@Component
class SecondFactorsOfAccounts {

    private final TotpSeeds seeds;
    private final RecoveryCodes recoveryCodes;
    private final AuditLog audit;

    SecondFactorsOfAccounts(TotpSeeds seeds, RecoveryCodes recoveryCodes, AuditLog audit) {
        this.seeds = seeds;
        this.recoveryCodes = recoveryCodes;
        this.audit = audit;
    }

    @EventListener
    void on(TakenBack event) {
        if (seeds.removeAddedSince(event.account(), event.since())) {
            recoveryCodes.removeAll(event.account());
            audit.add(AuditEvent.of(AuditEvent.Kind.SECOND_FACTOR_REMOVED, event.account()));
        }
    }
}
