package dev.serdab.testing;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.testing.MailDirectory.Letter;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.util.LinkedHashMap;
import java.util.Map;

/** A server spoken to by a front end, whose mails can be read, and whose clock put forward. */
@Import(MovableClock.class)
public abstract class FrontEndTest extends AccountApiTest {

    /** Good for whoever needs another password than {@link People#PASSWORD}. */
    protected static final String NEW_PASSWORD = "walnut sea 7 umbrella";

    @Autowired protected MovableClock clock;
    @Autowired protected Accounts accounts;

    /** What the server mails. */
    protected MailDirectory mails;

    @DynamicPropertySource
    static void mailDirectory(DynamicPropertyRegistry settings) {
        var directory = RunningServer.freshDirectory().resolve("mail");
        settings.add("serdab.mail.directory", directory::toString);
    }

    @BeforeEach
    void readNoOldMail(@Autowired Environment environment) {
        mails = new MailDirectory(environment.getRequiredProperty("serdab.mail.directory"));
        mails.fresh();
    }

    /** Asks for a link to choose a new password; the mail with it. */
    protected Letter forgetsPassword(Account account) {
        app.post("/users/reset_password/", Map.of("email", account.email().value())).expect(204);
        return mails.one();
    }

    /** Asks for a link to choose a new address; the mail with it. */
    protected Letter wantsAnotherAddress(Account account) {
        app.post("/users/reset_email/", Map.of("email", account.email().value())).expect(204);
        return mails.one();
    }

    /** Chooses a new password by a mailed link. */
    protected Answer resetsPassword(Letter mail, String password) {
        return app.post("/users/reset_password_confirm/", link(mail, "new_password", password));
    }

    /** Chooses a new address by a mailed link. */
    protected Answer resetsEmail(Letter mail, String email) {
        return app.post("/users/reset_email_confirm/", link(mail, "new_email", email));
    }

    /** What a front end sends of a mailed link, and one more field. */
    protected static Map<String, String> link(Letter mail, String name, String value) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("uid", mail.uid());
        fields.put("token", mail.token());
        fields.put(name, value);
        return fields;
    }

    /** The account as it is now. */
    protected Account now(Account account) {
        return accounts.find(account.id()).orElseThrow();
    }
}
