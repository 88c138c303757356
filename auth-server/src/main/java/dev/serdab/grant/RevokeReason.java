package dev.serdab.grant;

/** Why a grant ended; kept with it for whoever must ask later. */
public enum RevokeReason {
    /** A code came a second time (RFC 6749 §4.1.2). */
    CODE_REPLAYED,
    /** A refresh token came again after it was rotated (RFC 9700 §4.14.2). */
    REFRESH_TOKEN_REPLAYED,
    /** The client gave its token back (RFC 7009). */
    REVOKED_BY_CLIENT,
    SIGNED_OUT,
    CONSENT_REMOVED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    ACCOUNT_DEACTIVATED,
    ACCOUNT_DELETED,
    /** An operator ended everything of the account, the client or the sign-in. */
    ACCESS_REVOKED
}
