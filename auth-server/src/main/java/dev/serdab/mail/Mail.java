package dev.serdab.mail;

import dev.serdab.account.EmailAddress;

/**
 * A mail to a person; each kind is a record of its own.
 *
 * <p>{@code PasswordResetMail} has its templates in {@code mail/password-reset/}: {@code
 * subject.txt}, {@code body.txt} and {@code body.html}, in Korean {@code subject_ko.txt} and so on
 * for every other language of {@link dev.serdab.page.Languages}. Their placeholders are the
 * record's components. The first URL of the text is the link that the mail is about: a {@link
 * java.net.URI} among the components.
 */
public interface Mail {

    /** Whom it is for. */
    EmailAddress to();
}
