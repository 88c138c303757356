package dev.serdab.emailchange;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

import java.net.URI;

/**
 * Somebody asked to choose a new address.
 *
 * @param to the account's address so far
 * @param name what the person is called
 * @param site what the site is called
 * @param link where the address is chosen
 * @param until until when the link works
 */
record EmailResetMail(EmailAddress to, String name, String site, URI link, String until)
        implements Mail {}
