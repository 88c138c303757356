package dev.serdab.passkey;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

import java.net.URI;

/**
 * A passkey was made for the account.
 *
 * @param name what the person is called
 * @param site what the site is called
 * @param passkey what the passkey is called
 * @param link where passkeys are removed
 */
record PasskeyAddedMail(EmailAddress to, String name, String site, String passkey, URI link)
        implements Mail {}
