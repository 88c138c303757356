package dev.serdab.registration;

import dev.serdab.account.EmailAddress;
import dev.serdab.mail.Mail;

import java.net.URI;

/**
 * Somebody signs up with an address that has an account. Whoever reads its mail learns that, and
 * nobody else; what was typed stands nowhere in it.
 *
 * @param to the account's address
 * @param site what the site is called
 * @param link where one signs in
 * @param activation where one gets another link to activate the account
 */
record AddressTakenMail(EmailAddress to, String site, URI link, URI activation) implements Mail {}
