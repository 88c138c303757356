package dev.serdab.mail;

import dev.serdab.account.EmailAddress;

/**
 * The account is there and can be used: after signing up, or after activating it.
 *
 * @param to the account's address
 * @param name what the person is called
 * @param site what the site is called
 */
public record AccountCreatedMail(EmailAddress to, String name, String site) implements Mail {}
