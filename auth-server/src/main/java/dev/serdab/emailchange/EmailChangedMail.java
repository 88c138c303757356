package dev.serdab.emailchange;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

/**
 * The account has another address.
 *
 * @param to the new address
 * @param name what the person is called
 * @param site what the site is called
 */
record EmailChangedMail(EmailAddress to, String name, String site) implements Mail {}
