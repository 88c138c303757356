package dev.serdab.emailchange;

/** What became of choosing an address by a mailed link. */
enum EmailReset {
    /** The account has it now. */
    DONE,
    /** Another account has it, in whatever case. The link is as good as it was. */
    TAKEN,
    /** The link is not good. */
    LINK_NOT_VALID,
    /** The link names an account that does not exist. */
    NO_ACCOUNT
}
