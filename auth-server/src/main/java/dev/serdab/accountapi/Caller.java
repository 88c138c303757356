package dev.serdab.accountapi;

import dev.serdab.account.Account;

/** Who sends a request. */
public sealed interface Caller {

    /** Nobody in particular. */
    record Anonymous() implements Caller {}

    /**
     * Somebody with an active account.
     *
     * @param credential by what they are known
     */
    record Person(Account account, Credential credential) implements Caller {}
}
