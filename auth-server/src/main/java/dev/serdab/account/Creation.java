package dev.serdab.account;

/** What became of making an account. */
public sealed interface Creation {

    /** It exists now. */
    record Created(Account account) implements Creation {}

    /** Another account has this address, in whatever case. */
    record AddressTaken() implements Creation {}
}
