package dev.serdab.passkey;

import dev.serdab.account.AccountLocks;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditLog;
import dev.serdab.session.BrowserSession;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Locale;
import java.util.UUID;

/** Removes a passkey, and tells its owner. What it opened before stays open. */
@Component
class PasskeyRemoval {

    private final Passkeys passkeys;
    private final AccountLocks locks;
    private final PasskeyMails mails;
    private final AuditLog audit;

    PasskeyRemoval(Passkeys passkeys, AccountLocks locks, PasskeyMails mails, AuditLog audit) {
        this.passkeys = passkeys;
        this.locks = locks;
        this.mails = mails;
        this.audit = audit;
    }

    /** Removes it; what is gone already, or another's, is left alone. */
    @Transactional
    public void remove(BrowserSession session, UUID id, Locale locale) {
        var account = session.account();
        if (!locks.lockIfUnchanged(account)) {
            return;
        }
        var removed = passkeys.find(account.id(), id).orElse(null);
        if (removed != null && passkeys.remove(account.id(), id)) {
            mails.removed(account, removed, locale);
            audit.add(AuditEvent.of(AuditEvent.Kind.PASSKEY_REMOVED, account.id()));
        }
    }
}
