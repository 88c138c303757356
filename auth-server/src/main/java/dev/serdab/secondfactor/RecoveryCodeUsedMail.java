package dev.serdab.secondfactor;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

/**
 * Somebody got in with a recovery code.
 *
 * @param to the account's address
 * @param name what the person is called
 * @param site what the site is called
 * @param left how many codes are left
 */
record RecoveryCodeUsedMail(EmailAddress to, String name, String site, int left) implements Mail {}
