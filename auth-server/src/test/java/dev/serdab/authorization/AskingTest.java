package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Ask;
import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;

/** What becomes of a request that is not taken: the app hears of it, or the person does. */
abstract class AskingTest extends ProtocolTest {

    static final String WRONG_ADDRESS = "We can’t send you back to this app";
    static final String MISSING_ADDRESS = "We don’t know where to send you back";

    void isShown(Ask ask, String title) {
        isShown(browser.open(ask), title);
    }

    void isShown(Page page, String title) {
        page.isError(400, title);
        assertThat(page.html().select("a[href^=http]:not([href^=" + issuer + "])")).isEmpty();
        assertThat(count("pending_authorization") + count("oauth_grant")).isZero();
    }

    void isRefused(Ask ask, String error) {
        var page = browser.open(ask);

        assertThat(page.error()).isEqualTo(error);
        assertThat(page.answer().location().toString()).startsWith(ask.get("redirect_uri"));
        assertThat(page.sentToApp())
                .containsEntry("state", ask.get("state"))
                .containsEntry("iss", issuer);
        assertThat(page.sentToApp().get("error_description"))
                .matches("[\\x20-\\x7e&&[^\"\\\\]]{1,200}");
        assertThat(count("pending_authorization") + count("oauth_grant")).isZero();
    }

    int count(String table) {
        return database.sql().sql("select count(*) from " + table).query(Integer.class).single();
    }
}
