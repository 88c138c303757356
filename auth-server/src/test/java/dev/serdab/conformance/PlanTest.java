package dev.serdab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.claim.Attribute;
import dev.serdab.claim.Attributes;
import dev.serdab.testing.App;
import dev.serdab.testing.Ask;
import dev.serdab.testing.Http;
import dev.serdab.testing.Jwt;
import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The clients and the person that a certification plan of the OpenID Foundation's conformance suite
 * is configured with, and what nearly all of its modules do.
 */
@TestPropertySource(
        properties =
                """
                serdab.bootstrap.clients[5].client-id=suite
                serdab.bootstrap.clients[5].client-secret=the secret of suite, which is long enough
                serdab.bootstrap.clients[5].redirect-uris=https://suite.example.com/test/a/serdab/callback
                serdab.bootstrap.clients[5].post-logout-redirect-uris=https://suite.example.com/test/a/serdab/post_logout_redirect
                serdab.bootstrap.clients[5].grant-types=authorization_code, refresh_token
                serdab.bootstrap.clients[5].scope=openid profile email address phone offline_access
                serdab.bootstrap.clients[5].require-pkce=false

                serdab.bootstrap.clients[6].client-id=suite-2
                serdab.bootstrap.clients[6].client-secret=the secret of suite-2, which is long enough
                serdab.bootstrap.clients[6].redirect-uris=https://suite.example.com/test/a/serdab/callback
                serdab.bootstrap.clients[6].grant-types=authorization_code, refresh_token
                serdab.bootstrap.clients[6].scope=openid profile email address phone offline_access
                serdab.bootstrap.clients[6].require-pkce=false

                serdab.bootstrap.clients[7].client-id=suite-post
                serdab.bootstrap.clients[7].client-secret=the secret of suite-post, which is long enough
                serdab.bootstrap.clients[7].redirect-uris=https://suite.example.com/test/a/serdab/callback
                serdab.bootstrap.clients[7].token-endpoint-auth-method=client_secret_post
                serdab.bootstrap.clients[7].require-pkce=false
                """)
abstract class PlanTest extends ProtocolTest {

    static final String CALLBACK = "https://suite.example.com/test/a/serdab/callback";
    static final String BYE = "https://suite.example.com/test/a/serdab/post_logout_redirect";

    /** The first client, the second, and the one that sends its secret in the form. */
    App suite;

    App second;
    App poster;

    Account person;
    Http http;

    @Autowired Attributes attributes;

    @BeforeEach
    void configure() {
        suite = App.confidential(issuer, "suite", CALLBACK);
        second = App.confidential(issuer, "suite-2", CALLBACK);
        poster = App.posting(issuer, "suite-post", CALLBACK);
        person = people.registered("ada@example.org");
        http = new Http(issuer);
        saysEverythingAboutTheirPerson();
    }

    /** The modules send no PKCE unless they are about it. */
    Ask asks(String scope) {
        return suite.asks(scope).withoutPkce();
    }

    /** The same with what the plan adds to every request. */
    Ask sent(Ask ask) {
        return ask;
    }

    /** From the request to tokens whose ID token is good in every part. */
    Tokens completes(Ask ask) {
        return completes(suite, ask);
    }

    Tokens completes(App client, Ask ask) {
        return redeemed(client, client.codeFor(person, browser, sent(ask)), ask);
    }

    /** The same where nothing may be shown on the way. */
    Tokens completesSilently(Ask ask) {
        return redeemed(suite, browser.open(sent(ask)).code(), ask);
    }

    Tokens redeemed(App client, String code, Ask ask) {
        var tokens = Tokens.of(client.redeems(code, ask));
        isGood(tokens, client, ask);
        assertThat(suite.asksUserInfo(tokens.access()).expect(200).text("sub"))
                .isEqualTo(idToken(tokens).text("sub"));
        return tokens;
    }

    static Jwt idToken(Tokens tokens) {
        return Jwt.parse(tokens.id());
    }

    Page opens(Ask ask) {
        return browser.open(sent(ask));
    }

    /** What a logout module ends with: the browser is signed in no more. */
    void isSignedOut() {
        assertThat(opens(asks("openid").with("prompt", "none")).error())
                .isEqualTo("login_required");
    }

    JsonNode discovery() {
        return http.get("/.well-known/openid-configuration").expect(200).json();
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }

    /** A JWT with these claims that nobody signed. */
    static String unsigned(String claims) {
        return base64Url("{\"alg\":\"none\"}") + "." + base64Url(claims) + ".";
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void isGood(Tokens tokens, App client, Ask ask) {
        var token = idToken(tokens);
        long now = clock.instant().getEpochSecond();
        assertThat(token.isSignedByOneOf(http.get("/oauth2/jwks").body())).isTrue();
        assertThat(token.header()).containsEntry("alg", "RS256");
        assertThat(token.claims())
                .containsEntry("iss", issuer)
                .containsEntry("aud", client.clientId())
                .containsEntry("at_hash", leftHalfOfHash(tokens.access()));
        assertThat(token.text("nonce")).isEqualTo(ask.get("nonce"));
        assertThat(token.seconds("iat")).isBetween(now - 60, now + 1);
        assertThat(token.seconds("exp")).isGreaterThan(now);
        assertThat(token.text("sub")).isNotEmpty().hasSizeLessThan(256);
    }

    private static String leftHalfOfHash(String token) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void saysEverythingAboutTheirPerson() {
        var said =
                Map.ofEntries(
                        Map.entry(Attribute.GIVEN_NAME, "Augusta Ada"),
                        Map.entry(Attribute.FAMILY_NAME, "Lovelace"),
                        Map.entry(Attribute.MIDDLE_NAME, "King"),
                        Map.entry(Attribute.NICKNAME, "Ada"),
                        Map.entry(Attribute.PREFERRED_USERNAME, "ada"),
                        Map.entry(Attribute.PROFILE, "https://example.org/ada"),
                        Map.entry(Attribute.PICTURE, "https://example.org/ada.png"),
                        Map.entry(Attribute.WEBSITE, "https://example.org/"),
                        Map.entry(Attribute.GENDER, "female"),
                        Map.entry(Attribute.BIRTHDATE, "1815-12-10"),
                        Map.entry(Attribute.ZONEINFO, "Europe/London"),
                        Map.entry(Attribute.LOCALE, "en-GB"),
                        Map.entry(Attribute.PHONE_NUMBER, "+44 20 7946 0018"),
                        Map.entry(Attribute.PHONE_NUMBER_VERIFIED, "true"),
                        Map.entry(Attribute.FORMATTED, "12 St James's Square\nLondon"),
                        Map.entry(Attribute.STREET_ADDRESS, "12 St James's Square"),
                        Map.entry(Attribute.LOCALITY, "London"),
                        Map.entry(Attribute.COUNTRY, "GB"));
        said.forEach((attribute, value) -> attributes.put(person.id(), attribute, value));
    }
}
