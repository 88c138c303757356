package dev.serdab.account;

/** Whether somebody has more than a password to show, for whoever decides what is enough. */
public interface SecondFactors {

    /** Whether the account has a second factor that can be asked for. */
    boolean has(AccountId account);

    /** Whether this person must have one by the operator's wish, and has none yet. */
    boolean isMissing(Account account);
}
