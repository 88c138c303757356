package dev.serdab.credential;

import dev.serdab.account.Account;
import dev.serdab.account.AccountId;
import dev.serdab.account.Accounts;
import dev.serdab.account.Accounts.WithPassword;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.SecondFactors;
import dev.serdab.account.WhiteSpace;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.knownbrowser.KnownBrowsers;
import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Limiter.Attempt.Refused;
import dev.serdab.limit.Visitor;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.passwordhash.PasswordHasher.Match;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides whether someone who brings an address and a password is who they say.
 *
 * <p>Failures are counted after the check, so that people who sign in well in parallel are not
 * slowed; the queue in front of hashing bounds how many guesses can be under way at once.
 */
@Component
public class PasswordCheck {

    private static final String BY_ACCOUNT = "sign-in";
    private static final String BY_ADDRESS = "sign-in-per-address";
    private static final String CURRENT = "current-password";

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final KnownBrowsers browsers;
    private final SecondFactors secondFactors;
    private final Limiter limiter;
    private final LimitSettings limits;
    private final AuditLog audit;

    PasswordCheck(
            Accounts accounts,
            PasswordHasher hasher,
            KnownBrowsers browsers,
            SecondFactors secondFactors,
            Limiter limiter,
            LimitSettings limits,
            AuditLog audit) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.browsers = browsers;
        this.secondFactors = secondFactors;
        this.limiter = limiter;
        this.limits = limits;
        this.audit = audit;
    }

    /** What became of it. */
    public sealed interface Verdict {

        /** It is this person, and the account may sign in. */
        record Accepted(Account account) implements Verdict {}

        /** The password is right, but the account is not active. APIs answer as for a wrong one. */
        record NotActive(Account account) implements Verdict {}

        /** Wrong, whichever part. */
        record Rejected() implements Verdict {}

        /** Too many failed for this account or from this address. */
        record TooMany(Duration retryAfter) implements Verdict {}
    }

    /**
     * Checks. No transaction may be open, as hashing takes long.
     *
     * @param browser what the browser is known by, if it is: one in which this person signed in
     *     before is counted by itself, so that strangers cannot keep them out of it
     * @throws dev.serdab.passwordhash.TooManyPasswords when too many passwords wait already
     */
    public Verdict check(String email, String password, Visitor visitor, Optional<String> browser) {
        var address = EmailAddress.keyOf(WhiteSpace.strip(email));
        var secret = WhiteSpace.strip(password);
        if (address.length() > EmailAddress.LONGEST
                || secret.isEmpty()
                || PasswordHasher.isTooLong(secret)) {
            return new Verdict.Rejected();
        }
        if (limiter.look(BY_ADDRESS, visitor.key(), limits.signInPerAddress())
                instanceof Refused(var wait)) {
            return new Verdict.TooMany(wait);
        }
        var counted = counted(address, browser);
        if (limiter.look(BY_ACCOUNT, counted, limits.signIn()) instanceof Refused(var wait)) {
            return new Verdict.TooMany(wait);
        }
        var stored = accounts.findWithPassword(address).orElse(null);
        var verdict = verdict(stored, secret);
        switch (verdict) {
            case Verdict.Accepted(var account) ->
                    audit.add(
                            AuditEvent.of(
                                    secondFactors.has(account.id())
                                            ? Kind.FIRST_FACTOR_SHOWN
                                            : Kind.SIGN_IN,
                                    account.id()));
            case Verdict.NotActive(var account) ->
                    audit.add(
                            AuditEvent.of(Kind.SIGN_IN_FAILED, account.id()).detail("not active"));
            case Verdict.Rejected _ -> {
                limiter.attempt(BY_ADDRESS, visitor.key(), limits.signInPerAddress());
                limiter.attempt(BY_ACCOUNT, counted, limits.signIn());
                failed(stored == null ? null : stored.account().id(), BY_ACCOUNT, counted, visitor);
            }
            case Verdict.TooMany _ -> {
                // Said once, by the failure that was one too many.
            }
        }
        return verdict;
    }

    /**
     * Whether this is the password of someone who is already signed in ({@code current_password}).
     * Wrong ones are counted by themselves, as often as failed sign-ins may be: a stolen token buys
     * no more guesses than that, and strangers who fail to sign in keep the person from nothing.
     *
     * @throws TooManyAttempts when too many were wrong
     * @throws dev.serdab.passwordhash.TooManyPasswords when too many passwords wait already
     */
    public boolean isCurrent(Account account, String password) {
        var counted = account.id().toString();
        if (limiter.look(CURRENT, counted, limits.signIn()) instanceof Refused(var wait)) {
            throw new TooManyAttempts(wait);
        }
        var secret = WhiteSpace.strip(password);
        boolean matches =
                accounts.findWithPassword(account.id())
                        .map(stored -> hasher.check(secret, stored.password()) != Match.NO)
                        .orElse(false);
        if (!matches) {
            limiter.attempt(CURRENT, counted, limits.signIn());
            failed(account.id(), CURRENT, counted, null);
        }
        return matches;
    }

    private String counted(String address, Optional<String> browser) {
        return browser.filter(secret ->
                        accounts.findByEmail(address)
                                .filter(account -> browsers.knows(account.id(), secret))
                                .isPresent())
                .map(secret -> address + " in " + secret)
                .orElse(address);
    }

    private void failed(
            @Nullable AccountId account, String rule, String counted, @Nullable Visitor visitor) {
        audit.add(AuditEvent.of(Kind.SIGN_IN_FAILED, account));
        if (limiter.look(rule, counted, limits.signIn()) instanceof Refused) {
            audit.add(AuditEvent.of(Kind.SIGN_IN_LIMITED, account).detail("of the account"));
        }
        if (visitor != null
                && limiter.look(BY_ADDRESS, visitor.key(), limits.signInPerAddress())
                        instanceof Refused) {
            audit.add(AuditEvent.of(Kind.SIGN_IN_LIMITED, null).detail("of the network address"));
        }
    }

    private Verdict verdict(@Nullable WithPassword stored, String secret) {
        if (stored == null) {
            hasher.checkNobody(secret);
            return new Verdict.Rejected();
        }
        var match = hasher.check(secret, stored.password());
        if (match == Match.NO) {
            return new Verdict.Rejected();
        }
        var account = stored.account();
        if (match == Match.YES_BUT_OLD) {
            accounts.rehash(account.id(), stored.password(), hasher.hash(secret));
        }
        return account.isActive() ? new Verdict.Accepted(account) : new Verdict.NotActive(account);
    }
}
