package dev.serdab.audit;

import dev.serdab.account.AccountEvent;
import dev.serdab.audit.AuditEvent.Kind;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hears what happens to accounts, which know nothing of this log. */
@Component
class AccountHistory {

    private final AuditLog log;

    AccountHistory(AuditLog log) {
        this.log = log;
    }

    /** Within the transaction that changed the account, and before what follows from it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(AccountEvent event) {
        var kind =
                switch (event) {
                    case AccountEvent.Created _ -> Kind.ACCOUNT_CREATED;
                    case AccountEvent.Deleting _ -> Kind.ACCOUNT_DELETED;
                    case AccountEvent.Deactivated _ -> Kind.ACCOUNT_DEACTIVATED;
                    case AccountEvent.PasswordChanged _ -> Kind.PASSWORD_CHANGED;
                    case AccountEvent.EmailChanged _ -> Kind.EMAIL_CHANGED;
                    case AccountEvent.PasswordReset _ -> Kind.PASSWORD_RESET;
                    case AccountEvent.AccessRevoked _ -> Kind.ACCESS_REVOKED;
                };
        log.add(AuditEvent.of(kind, event.account()));
    }
}
