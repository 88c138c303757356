package dev.serdab.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Accounts;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Accounts that stand in the settings. */
@TestPropertySource(
        properties =
                """
                serdab.bootstrap.accounts[0].email=grace@example.org
                serdab.bootstrap.accounts[0].name=Grace Hopper
                serdab.bootstrap.accounts[0].password=plum tree 42 lantern
                serdab.bootstrap.accounts[0].claims.given-name=Grace
                serdab.bootstrap.accounts[0].claims.family_name=Hopper
                serdab.bootstrap.accounts[0].claims.address.locality=New York
                serdab.bootstrap.accounts[0].claims.address.postal-code=10027
                """)
class FirstAccountsTest extends ProtocolTest {

    @Autowired FirstAccounts firstAccounts;
    @Autowired BootstrapSettings settings;
    @Autowired Accounts accounts;

    @Test
    void whatIsSaidAboutAPersonThereIsToldToApps() {
        firstAccounts.make("grace", settings.accounts().getFirst());
        var grace = accounts.findByEmail("grace@example.org").orElseThrow();

        var token = notes.tokensFor(grace, browser, "openid profile address").access();

        var said = notes.asksUserInfo(token).expect(200).json();
        assertThat(said.path("given_name").asString()).isEqualTo("Grace");
        assertThat(said.path("family_name").asString()).isEqualTo("Hopper");
        assertThat(said.path("address").toString())
                .isEqualTo("{\"locality\":\"New York\",\"postal_code\":\"10027\"}");
    }
}
