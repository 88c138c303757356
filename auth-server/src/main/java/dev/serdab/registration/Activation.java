package dev.serdab.registration;

/** What became of following an activation link. */
enum Activation {
    /** The account can be used now. */
    ACTIVATED,
    /** The link is good, but there was nothing left to do. */
    ALREADY_ACTIVE,
    /**
     * The account has no password: it is chosen on the page of the link, and the link stays good.
     */
    PASSWORD_NEEDED,
    /** The link is not good. */
    LINK_NOT_VALID,
    /** The link names an account that does not exist. */
    NO_ACCOUNT
}
