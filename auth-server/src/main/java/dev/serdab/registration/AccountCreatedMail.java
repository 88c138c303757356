package dev.serdab.registration;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

/**
 * The account is there and can be used: after signing up, or after activating it.
 *
 * @param to the account's address
 * @param name what the person is called
 * @param site what the site is called
 */
record AccountCreatedMail(EmailAddress to, String name, String site) implements Mail {}
