package dev.serdab.consent;

import dev.serdab.account.AccountId;

/** Something happened to what a person allowed; published in the transaction that did it. */
public sealed interface ConsentEvent {

    /** The person no longer allows the app anything. */
    record Removed(AccountId account, String clientId) implements ConsentEvent {}
}
