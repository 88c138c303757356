package dev.serdab.mail;

import dev.serdab.account.AccountId;
import dev.serdab.account.EmailAddress;
import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Limiter.Attempt.Allowed;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Keeps strangers from filling somebody's inbox: how many mails of those that anyone can ask for go
 * to one address. A mail that tells what happened to an account is posted without asking here.
 */
@Component
public class MailLimit {

    private final Limiter limiter;
    private final LimitSettings limits;

    MailLimit(Limiter limiter, LimitSettings limits) {
        this.limiter = limiter;
        this.limits = limits;
    }

    /**
     * Counts one mail and answers whether to post it. Ask before the transaction that posts: a
     * clash of two counters would end it on PostgreSQL.
     */
    public boolean allows(EmailAddress to) {
        return allows("mail", to.key());
    }

    /**
     * The same for mails that somebody has sent to addresses of their choice: nobody writes to any
     * number of people by one account.
     */
    public boolean allowsOneMoreOf(AccountId sender) {
        return allows("mail-of-account", sender.toString());
    }

    private boolean allows(String what, String who) {
        Assert.state(
                !TransactionSynchronizationManager.isActualTransactionActive(),
                "ask for the mail limit before the transaction");
        return limiter.attempt(what, who, limits.mail()) instanceof Allowed;
    }
}
