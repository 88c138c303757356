package dev.serdab.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.Browser;
import dev.serdab.testing.MailDirectory;
import dev.serdab.testing.Operator;
import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.util.HashMap;
import java.util.Map;

/** People with passkeys that do as they are told, over HTTP. */
abstract class PasskeyTest extends ProtocolTest {

    private static final String MAILS = RunningServer.freshDirectory().toString();

    @Autowired Environment environment;

    protected final MailDirectory mails = new MailDirectory(MAILS);
    protected Operator operator;
    protected Account ada;
    protected SoftPasskey passkey;

    @DynamicPropertySource
    static void mails(DynamicPropertyRegistry settings) {
        settings.add("serdab.mail.directory", () -> MAILS);
    }

    @BeforeEach
    void ada() {
        operator = Operator.of(environment);
        ada = people.registered("ada@example.org");
        passkey = new SoftPasskey(issuer);
    }

    /** Ada makes a passkey, in a browser where she is signed in. */
    protected Page makes(Browser browser, SoftPasskey passkey) {
        return sends(browser, "/account/passkeys", passkey.make(makeOptions(browser)));
    }

    protected static String makeOptions(Browser browser) {
        return browser.open("/account/passkeys")
                .expect(200)
                .html()
                .select("#make")
                .attr("data-options");
    }

    protected static String signInOptions(Browser browser) {
        return signInOptions(browser.open("/sign-in"));
    }

    protected static String signInOptions(Page page) {
        return page.expect(200).html().select("#passkey").attr("data-options");
    }

    /** Signs in on a page that somebody has just opened. */
    protected static Page signsIn(Browser browser, SoftPasskey passkey) {
        return sends(browser, "/sign-in/passkey", passkey.sign(signInOptions(browser)));
    }

    /** Sends what a passkey answered, as the page does. */
    protected static Page sends(Browser browser, String path, String credential) {
        return sends(browser, path, Map.of(), credential);
    }

    /** The same with where it leads. */
    protected static Page sends(
            Browser browser, String path, Map<String, String> onward, String credential) {
        var form = new HashMap<>(onward);
        form.put("_csrf", browser.open("/sign-in").csrfToken());
        form.put("credential", credential);
        return browser.post(path, form);
    }

    protected static void isTold(Page page, String sentence) {
        page.expect(422);
        assertThat(page.html().select("#problem").text()).contains(sentence);
    }
}
