package dev.serdab.secondfactor;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

/**
 * Signing in asks for no second factor any more.
 *
 * @param to the account's address
 * @param name what the person is called
 * @param site what the site is called
 */
record SecondFactorRemovedMail(EmailAddress to, String name, String site) implements Mail {}
