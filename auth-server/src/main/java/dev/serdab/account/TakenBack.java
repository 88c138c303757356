package dev.serdab.account;

import java.time.Instant;

/**
 * Somebody got back an account that another person had taken; published in the transaction that
 * gave it back. What ends with a password comes with its own {@link AccountEvent.PasswordReset};
 * this is for what opens an account without the password.
 *
 * @param since what was added to the account since then may be the other person's
 */
public record TakenBack(AccountId account, Instant since) {}
