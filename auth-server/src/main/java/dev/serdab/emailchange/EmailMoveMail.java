package dev.serdab.emailchange;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

import java.net.URI;

/**
 * Somebody wants this address for their account.
 *
 * @param to the new address
 * @param name what the person is called
 * @param site what the site is called
 * @param link where it is confirmed
 * @param until until when the link works
 */
record EmailMoveMail(EmailAddress to, String name, String site, URI link, String until)
        implements Mail {}
