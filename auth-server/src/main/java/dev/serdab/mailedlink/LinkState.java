package dev.serdab.mailedlink;

import dev.serdab.account.Account;

/** What a link that somebody shows is worth. */
public sealed interface LinkState {

    /** It can be used. */
    record Good(Account account) implements LinkState {}

    /** It was good, and was used. */
    record Used(Account account) implements LinkState {}

    /** Nobody was mailed it for this purpose, or its time is over. */
    record NotValid() implements LinkState {}

    /** It names an account that does not exist. */
    record NoAccount() implements LinkState {}
}
