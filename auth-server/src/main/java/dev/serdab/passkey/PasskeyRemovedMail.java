package dev.serdab.passkey;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

import java.net.URI;

/**
 * A passkey of the account was removed.
 *
 * @param name what the person is called
 * @param site what the site is called
 * @param passkey what the passkey was called
 * @param link where passkeys are made
 */
record PasskeyRemovedMail(EmailAddress to, String name, String site, String passkey, URI link)
        implements Mail {}
