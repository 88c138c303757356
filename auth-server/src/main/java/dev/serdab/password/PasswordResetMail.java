package dev.serdab.password;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

import java.net.URI;

/**
 * Somebody asked to choose a new password.
 *
 * @param to the account's address
 * @param name what the person is called
 * @param site what the site is called
 * @param link where the password is chosen
 * @param until until when the link works
 */
record PasswordResetMail(EmailAddress to, String name, String site, URI link, String until)
        implements Mail {}
