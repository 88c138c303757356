package dev.serdab.passkey;

import dev.serdab.account.TakenBack;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditLog;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes passkeys because something happened to their account. */
@Component
class PasskeysOfAccounts {

    private final Passkeys passkeys;
    private final AuditLog audit;

    PasskeysOfAccounts(Passkeys passkeys, AuditLog audit) {
        this.passkeys = passkeys;
        this.audit = audit;
    }

    @EventListener
    void on(TakenBack event) {
        for (var passkey : passkeys.of(event.account())) {
            if (!passkey.createdAt().isBefore(event.since())
                    && passkeys.remove(event.account(), passkey.id())) {
                audit.add(AuditEvent.of(AuditEvent.Kind.PASSKEY_REMOVED, event.account()));
            }
        }
    }
}
