package dev.serdab.passkey;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Limiter.Attempt.Refused;
import dev.serdab.limit.Visitor;
import dev.serdab.passkey.Challenges.Purpose;
import dev.serdab.session.Factor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Set;

/**
 * Decides whose passkey has signed (WebAuthn Level 3 §7.2). Nobody names an account beforehand: the
 * passkey says whose it is.
 */
@Component
class PasskeySignIn {

    private static final String BY_ADDRESS = "passkey-per-address";

    private final Ceremonies ceremonies;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final PasskeyOwners owners;
    private final Accounts accounts;
    private final Limiter limiter;
    private final LimitSettings limits;
    private final AuditLog audit;

    PasskeySignIn(
            Ceremonies ceremonies,
            Challenges challenges,
            Passkeys passkeys,
            PasskeyOwners owners,
            Accounts accounts,
            Limiter limiter,
            LimitSettings limits,
            AuditLog audit) {
        this.ceremonies = ceremonies;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.owners = owners;
        this.accounts = accounts;
        this.limiter = limiter;
        this.limits = limits;
        this.audit = audit;
    }

    /** What became of it. */
    sealed interface Verdict {

        /**
         * It is this person.
         *
         * @param factors what the passkey showed: that it is there, and that its owner is
         */
        record Accepted(Account account, Set<Factor> factors) implements Verdict {}

        /** The passkey is right, but the account is not active. */
        record NotActive() implements Verdict {}

        /**
         * We know no such passkey (any more), so its browser may forget it.
         *
         * @param credentialId as the browser named it
         */
        record Unknown(String credentialId) implements Verdict {}

        /** The page was open for too long, or was used before. */
        record Over() implements Verdict {}

        /** Something about it is not as it must be. */
        record Rejected() implements Verdict {}

        /** Too many failed from this network address. */
        record TooMany(Duration retryAfter) implements Verdict {}
    }

    /**
     * Checks. No transaction may be open.
     *
     * @param json what the browser answered
     * @param browser which the challenge was made for
     */
    Verdict check(String json, String browser, Visitor visitor) {
        if (limiter.look(BY_ADDRESS, visitor.key(), limits.signInPerAddress())
                instanceof Refused(var wait)) {
            return new Verdict.TooMany(wait);
        }
        var signed = ceremonies.readSigned(json).orElse(null);
        if (signed == null) {
            return rejected(visitor, null, "unreadable");
        }
        return switch (challenges.look(Purpose.SIGN_IN, browser, signed.challenge())) {
            case OVER -> new Verdict.Over();
            case FOREIGN -> rejected(visitor, null, "foreign challenge");
            case GOOD ->
                    passkeys.find(signed.credentialId())
                            .map(passkey -> check(signed, passkey, visitor))
                            .orElseGet(() -> unknown(signed, visitor));
        };
    }

    private Verdict check(Signed signed, Passkey passkey, Visitor visitor) {
        if (!isOwners(signed, passkey)) {
            return rejected(visitor, passkey, "another's user handle");
        }
        var problem = ceremonies.problem(signed, passkey);
        if (problem.isPresent()) {
            return rejected(visitor, passkey, problem.get());
        }
        if (!challenges.use(signed.challenge())) {
            return new Verdict.Over();
        }
        var account = accounts.find(passkey.account()).orElse(null);
        if (account == null) {
            return unknown(signed, visitor);
        }
        if (!account.isActive()) {
            audit.add(failed(passkey, "passkey, not active"));
            return new Verdict.NotActive();
        }
        if (!passkeys.used(passkey, signed.signCount(), signed.isSynced())) {
            return rejected(visitor, passkey, "sign count");
        }
        audit.add(AuditEvent.of(Kind.SIGN_IN, account.id()).detail("passkey"));
        return new Verdict.Accepted(
                account,
                Set.of(
                        passkey.isSyncable() ? Factor.SYNCED_PASSKEY : Factor.DEVICE_PASSKEY,
                        Factor.USER_VERIFICATION));
    }

    /** It must say so itself, since nobody was named before (WebAuthn Level 3 §7.2 step 6). */
    private boolean isOwners(Signed signed, Passkey passkey) {
        var said = signed.userHandle();
        return said != null
                && owners.find(passkey.account())
                        .map(handle -> MessageDigest.isEqual(handle, said))
                        .orElse(false);
    }

    private Verdict unknown(Signed signed, Visitor visitor) {
        count(visitor);
        audit.add(AuditEvent.of(Kind.SIGN_IN_FAILED, null).detail("unknown passkey"));
        return new Verdict.Unknown(Base64Url.of(signed.credentialId()));
    }

    private Verdict rejected(Visitor visitor, @Nullable Passkey passkey, String reason) {
        count(visitor);
        audit.add(failed(passkey, "passkey: " + reason));
        return new Verdict.Rejected();
    }

    private static AuditEvent failed(@Nullable Passkey passkey, String detail) {
        return AuditEvent.of(Kind.SIGN_IN_FAILED, passkey == null ? null : passkey.account())
                .detail(detail);
    }

    private void count(Visitor visitor) {
        limiter.attempt(BY_ADDRESS, visitor.key(), limits.signInPerAddress());
    }
}
