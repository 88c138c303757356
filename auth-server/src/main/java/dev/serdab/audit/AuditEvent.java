package dev.serdab.audit;

import dev.serdab.account.AccountId;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param account whose account it is about; {@code null} when that is nobody's, or unknown
 * @param clientId which app it is about
 * @param detail what else must be known, such as a reason; never a secret or an address
 */
public record AuditEvent(
        Kind kind,
        @Nullable AccountId account,
        @Nullable String clientId,
        @Nullable String detail) {

    /**
     * What happened. The names are a contract with whoever searches for them: add, don't rename.
     */
    public enum Kind {
        ACCOUNT_CREATED,
        ACCOUNT_DELETED,
        ACCOUNT_DEACTIVATED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        EMAIL_CHANGED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        /** An operator ended everything of the account: sessions, grants, keys. */
        ACCESS_REVOKED,
        SIGN_IN,
        SIGN_IN_FAILED,
        /** That failure was one too many: from now on the limit answers. */
        SIGN_IN_LIMITED,
        /** The password was right, and a second factor is asked for. */
        FIRST_FACTOR_SHOWN,
        SECOND_FACTOR_FAILED,
        /** Too many codes were tried. */
        SECOND_FACTOR_LIMITED,
        SECOND_FACTOR_ADDED,
        SECOND_FACTOR_REMOVED,
        RECOVERY_CODE_USED,
        /** Ten new recovery codes; the old ones open nothing any more. */
        RECOVERY_CODES_RENEWED,
        SIGN_OUT,
        CONSENT_GIVEN,
        CONSENT_REMOVED,
        GRANT_REVOKED,
        /** A code came a second time: somebody else has a copy. */
        CODE_REPLAYED,
        /** A refresh token came again after it was exchanged: somebody else has a copy. */
        REFRESH_TOKEN_REPLAYED,
        /** The person took along what is stored about them. */
        DATA_EXPORTED,
        CLIENT_CREATED,
        CLIENT_CHANGED,
        /** Every grant of an app, and its own tokens, were ended. */
        CLIENT_REVOKED,
        /** An app is gone, with everything that was granted to it. */
        CLIENT_REMOVED
    }

    /** About an account. */
    public static AuditEvent of(Kind kind, @Nullable AccountId account) {
        return new AuditEvent(kind, account, null, null);
    }

    /** With more to know. */
    public AuditEvent detail(String more) {
        return new AuditEvent(kind, account, clientId, more);
    }
}
