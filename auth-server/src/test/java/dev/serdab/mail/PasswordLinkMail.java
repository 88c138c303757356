package dev.serdab.mail;

import dev.serdab.account.EmailAddress;

import java.net.URI;

/** A mail with a link, whose templates lie among the tests. */
record PasswordLinkMail(EmailAddress to, String name, URI link) implements Mail {

    static final URI LINK = URI.create("https://id.example.org/reset/MQ/d0a1-secret?a=1&b=2");

    static PasswordLinkMail to(String address) {
        return named(address, "Ada");
    }

    static PasswordLinkMail named(String address, String name) {
        return new PasswordLinkMail(new EmailAddress(address), name, LINK);
    }
}
