package dev.serdab.session;

import dev.serdab.account.AccountId;

import java.util.UUID;

/** Something happened to a session; published in the transaction that did it. */
public sealed interface SessionEvent {

    /** The session is over: signed out, or ended from elsewhere. */
    record Ended(UUID session, AccountId account) implements SessionEvent {}
}
