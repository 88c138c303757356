/**
 * Mail: the one way out.
 *
 * <p>Start reading at {@link dev.serdab.mail.Postbox}. Owns the table {@code mail_outbox} and the
 * folder {@code resources/mail}.
 *
 * <p>A mail is a record that implements {@link dev.serdab.mail.Mail} in the package of its feature,
 * and a folder of templates named after it. It is posted in the transaction of what caused it, so
 * that there is never one without the other, and lies sealed in the outbox until it was sent. It is
 * sent at least once: a crash between the mail server's answer and our note of it sends it again,
 * with the same {@code Message-ID}.
 */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {
            "settings",
            "sealing",
            "account",
            "brand",
            "limit",
            "cleanup",
            "page",
            "sqltime"
        })
@NullMarked
package dev.serdab.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
