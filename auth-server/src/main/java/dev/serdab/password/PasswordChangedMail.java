package dev.serdab.password;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

/**
 * The account has another password.
 *
 * @param to the account's address
 * @param name what the person is called
 * @param site what the site is called
 */
record PasswordChangedMail(EmailAddress to, String name, String site) implements Mail {}
