package dev.serdab.registration;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

import java.net.URI;

/**
 * The account is there and waits for its address to be proved.
 *
 * @param to the account's address
 * @param name what the person is called
 * @param site what the site is called
 * @param link activates it
 * @param until until when the link works
 */
record ActivationMail(EmailAddress to, String name, String site, URI link, String until)
        implements Mail {}
