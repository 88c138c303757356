package dev.serdab.emailchange;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

import java.net.URI;

/**
 * The account has another address from now on.
 *
 * @param to the old address
 * @param name what the person is called
 * @param site what the site is called
 * @param link where the account is taken back
 * @param until until when the link works
 */
record EmailMovedMail(EmailAddress to, String name, String site, URI link, String until)
        implements Mail {}
