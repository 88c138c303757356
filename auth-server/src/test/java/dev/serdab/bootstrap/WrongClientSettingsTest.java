package dev.serdab.bootstrap;

import dev.serdab.testing.ClientKey;
import dev.serdab.testing.StartingTest;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What is wrong with a client's metadata or secrets is told at the start. */
class WrongClientSettingsTest extends StartingTest {

    private static final String CLIENT = "serdab.bootstrap.clients[0].";
    private static final String SECRET = CLIENT + "client-secret=" + "s".repeat(32);
    private static final String WITH_KEYS = CLIENT + "token-endpoint-auth-method=private_key_jwt";
    private static final String REDIRECT =
            CLIENT + "redirect-uris=https://notes.example.com/callback";

    @Override
    protected void sentences() {
        wrong(
                "serdab.bootstrap.clients[0].redirect-url is not a setting of this server: did you"
                        + " mean serdab.bootstrap.clients[0].redirect-uris?",
                CLIENT + "redirect-url=https://notes.example.com");
        wrong(
                "serdab.bootstrap.clients[0].id-token-signed-response-alg is \"PS256\": write one of"
                        + " ES256, RS256",
                CLIENT + "client-id=notes",
                CLIENT + "id-token-signed-response-alg=PS256",
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].scope has \"nosuch.scope\", which nobody has"
                        + " described: define it in serdab.bootstrap.scopes",
                CLIENT + "client-id=notes",
                CLIENT + "scope=openid nosuch.scope",
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].client-id is missing: write the client's public name",
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].client-secret is missing: write at least 32"
                        + " characters, or token-endpoint-auth-method: none",
                CLIENT + "client-id=notes",
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].client-secret has fewer than 32 characters: write the"
                        + " output of `openssl rand -base64 32`",
                CLIENT + "client-id=notes",
                CLIENT + "client-secret=" + "s".repeat(31),
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].previous-client-secret has fewer than 32 characters:"
                        + " write the output of `openssl rand -base64 32`",
                CLIENT + "client-id=notes",
                CLIENT + "previous-client-secret=" + "t".repeat(31),
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].previous-client-secret is client-secret itself: write"
                        + " the one before it",
                CLIENT + "client-id=notes",
                CLIENT + "previous-client-secret=" + "s".repeat(32),
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].previous-client-secret-expires-at is set although"
                        + " there is no such secret: leave it out",
                CLIENT + "client-id=notes",
                CLIENT + "previous-client-secret-expires-at=2030-01-31T12:00:00Z",
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].client-secret-expires-at is \"next year\": write a"
                        + " time such as 2030-01-31T12:00:00Z.",
                CLIENT + "client-id=notes",
                CLIENT + "client-secret-expires-at=next year",
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].rotate-refresh-tokens is false, which only a client"
                        + " with a secret may have",
                CLIENT + "client-id=notes",
                CLIENT + "token-endpoint-auth-method=none",
                CLIENT + "rotate-refresh-tokens=false",
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].client-secret is set although"
                        + " token-endpoint-auth-method is none: leave one of the two out",
                CLIENT + "client-id=notes",
                CLIENT + "token-endpoint-auth-method=none",
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].token-endpoint-auth-method is \"client_secret_jwt\":"
                        + " write one of client_secret_basic, client_secret_post, private_key_jwt,"
                        + " none",
                CLIENT + "client-id=notes",
                CLIENT + "token-endpoint-auth-method=client_secret_jwt",
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].jwks is missing: private_key_jwt needs the client's"
                        + " public keys, or jwks_uri",
                CLIENT + "client-id=notes",
                WITH_KEYS,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].jwks is \"https://notes.example.com/jwks\": write JSON"
                        + " such as '{\"keys\": [{\"kty\": …}]}'.",
                CLIENT + "client-id=notes",
                CLIENT + "jwks=https://notes.example.com/jwks",
                WITH_KEYS,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].client-secret is set although"
                        + " token-endpoint-auth-method is private_key_jwt: leave one of the two out",
                CLIENT + "client-id=notes",
                CLIENT + "jwks=" + ClientKey.jwks(ClientKey.ec("1")),
                SECRET,
                WITH_KEYS,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].exchange-targets is missing: write an audience, and its"
                        + " scope",
                CLIENT + "client-id=notes",
                CLIENT + "grant-types=urn:ietf:params:oauth:grant-type:token-exchange",
                SECRET);
        wrong(
                "serdab.bootstrap.clients[0].exchange-targets[0].audiense is not a setting of this"
                        + " server: did you mean"
                        + " serdab.bootstrap.clients[0].exchange-targets[0].audience?",
                CLIENT + "exchange-targets[0].audiense=https://api.example.com");
        wrong(
                "serdab.bootstrap.clients[0].grant-types has \"password\": write some of"
                        + " authorization_code, refresh_token, client_credentials,"
                        + " urn:ietf:params:oauth:grant-type:device_code,"
                        + " urn:ietf:params:oauth:grant-type:token-exchange",
                CLIENT + "client-id=notes",
                CLIENT + "grant-types=password",
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].redirect-uris has \"http://notes.example.com/\","
                        + " which is http, which only localhost may be: write https",
                CLIENT + "client-id=notes",
                CLIENT + "redirect-uris=http://notes.example.com/",
                SECRET);
        wrong(
                "serdab.bootstrap.clients[0].redirect-uris is empty: authorization_code needs at"
                        + " least one",
                CLIENT + "client-id=notes",
                SECRET);
        wrong(
                "serdab.bootstrap.clients[0].redirect-uris has \"https://notes.example.com/%s\","
                                .formatted("a".repeat(2000))
                        + " which has more than 2000 characters",
                CLIENT + "client-id=notes",
                CLIENT + "redirect-uris=https://notes.example.com/" + "a".repeat(2000),
                SECRET);
    }

    @Test
    void goodMetadataStartsIt() {
        start(List.of(CLIENT + "client-id=notes", SECRET, REDIRECT));
    }
}
