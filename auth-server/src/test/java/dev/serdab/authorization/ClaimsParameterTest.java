package dev.serdab.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.claim.Attribute;
import dev.serdab.claim.Attributes;
import dev.serdab.testing.Ask;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Claims that are asked for one by one (OpenID Connect Core §5.5). */
class ClaimsParameterTest extends ProtocolTest {

    @Autowired Attributes attributes;

    private Account ada;

    @BeforeEach
    void somebodyIsThere() {
        ada = people.registered("ada@example.org");
        attributes.put(ada.id(), Attribute.BIRTHDATE, "1815-12-10");
    }

    @Test
    void eachIsToldWhereItWasAskedForAndNoneBesides() {
        var ask =
                asks(
                        """
                        {"id_token": {"email": null, "birthdate": {"essential": true}, "nickname": null},
                         "userinfo": {"name": null, "made-up": {"essential": true}}, "other": 1}\
                        """);
        var tokens = Tokens.of(notes.redeems(notes.codeFor(ada, browser, ask), ask));

        assertThat(Jwt.parse(tokens.id()).claims())
                .containsEntry("email", "ada@example.org")
                .containsEntry("birthdate", "1815-12-10")
                .doesNotContainKeys("name", "nickname", "email_verified", "made-up");
        assertThat(notes.asksUserInfo(tokens.access()).expect(200).json().propertyNames())
                .containsExactlyInAnyOrder("sub", "name");
        assertThat(tokens.scope()).isEqualTo("openid");
    }

    @Test
    void theyAreToldAfterARefreshToo() {
        var ask = asks("{\"id_token\":{\"email\":null},\"userinfo\":{\"email\":null}}");
        var first = Tokens.of(notes.redeems(notes.codeFor(ada, browser, ask), ask));

        var next = notes.refreshed(first.refresh());

        assertThat(Jwt.parse(next.id()).claims()).containsEntry("email", "ada@example.org");
        assertThat(notes.asksUserInfo(next.access()).text("email")).isEqualTo("ada@example.org");
    }

    @Test
    void thePersonIsAskedForTheScopeThatWouldRevealThem() {
        var ask = asks("{\"userinfo\":{\"email\":null,\"phone_number\":null}}");
        var page = browser.signIn(browser.open(ask), ada).isAt("/consent");
        assertThat(page.html().select(".scopes input[type=checkbox][name=scope]").eachAttr("value"))
                .containsExactly("email", "phone");

        var code = browser.pressWithout(page, "allow", "email").code();

        var token = notes.redeems(code, ask).expect(200).text("access_token");
        assertThat(notes.asksUserInfo(token).expect(200).json().has("email")).isFalse();
        browser.open(notes.asks("openid phone")).expect(303);
    }

    @Test
    void whatWasAllowedAsAScopeIsNotAskedForAgainAsAClaim() {
        notes.tokensFor(ada, browser, "openid email");

        assertThat(browser.open(asks("{\"userinfo\":{\"email\":null}}")).code()).isNotEmpty();
        browser.open(asks("{\"userinfo\":{\"name\":null}}")).isAt("/consent");
    }

    @Test
    void anAppGetsNoClaimWhoseScopeItIsNotRegisteredFor() {
        var ask =
                trusted.asks("openid")
                        .with("claims", "{\"userinfo\":{\"email\":{\"essential\":true}}}");
        var code = trusted.codeFor(ada, browser, ask);

        var token = trusted.redeems(code, ask).expect(200).text("access_token");

        assertThat(trusted.asksUserInfo(token).expect(200).json().has("email")).isFalse();
    }

    private Ask asks(String claims) {
        return notes.asks("openid").with("claims", claims);
    }
}
