package dev.serdab.account;

/** What became of giving an account another address. */
public enum EmailChange {
    /** It has it now. */
    DONE,
    /** Another account has it, in whatever case. PostgreSQL has given the transaction up. */
    TAKEN,
    /** The password was changed after it was checked, so the check no longer counts. */
    OUTDATED
}
