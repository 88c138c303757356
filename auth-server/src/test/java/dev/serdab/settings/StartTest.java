package dev.serdab.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.serdab.AuthServer;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A wrong setting stops the start with one sentence that names it. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final String CLIENT = "serdab.bootstrap.clients[0].";
    private static final String ACCOUNT = "serdab.bootstrap.accounts[0].";
    private static final String SECRET = CLIENT + "client-secret=" + "s".repeat(32);
    private static final String WITH_KEYS = CLIENT + "token-endpoint-auth-method=private_key_jwt";
    private static final String REDIRECT =
            CLIENT + "redirect-uris=https://notes.example.com/callback";

    /** One for all: keys and tables are made once. */
    private static final Path DATA = RunningServer.freshDirectory();

    /** What is set, and the sentence that comes of it. */
    private static final Map<List<String>, String> WRONG = new LinkedHashMap<>();

    static {
        wrong(
                "serdab.issuer is \"https://id.example.com/auth\", which has a path (a final slash"
                        + " counts as one): write an address such as https://id.example.com",
                "serdab.issuer=https://id.example.com/auth");
        wrong(
                "serdab.issuer is \"https://id.example.com/\", which has a path (a final slash"
                        + " counts as one): write an address such as https://id.example.com",
                "serdab.issuer=https://id.example.com/");
        wrong(
                "serdab.issuer is \"http://id.example.com\", which is not https, which every host"
                        + " but localhost needs: write an address such as https://id.example.com",
                "serdab.issuer=http://id.example.com");
        wrong(
                "serdab.issuer is \"id.example.com\", which is not a URL with a host: write an"
                        + " address such as https://id.example.com",
                "serdab.issuer=id.example.com");
        wrong(
                "serdab.issuer is \"not a url\", which is not a URL: write an address such as"
                        + " https://id.example.com",
                "serdab.issuer=not a url");
        wrong(
                "serdab.issuer is \"https://id.example.com?a=b\", which has a query, a fragment or"
                        + " a user: write an address such as https://id.example.com",
                "serdab.issuer=https://id.example.com?a=b");
        wrong(
                "serdab.isuer is not a setting of this server: did you mean serdab.issuer?",
                "serdab.isuer=https://id.example.com");
        wrong(
                "serdab.tokens.access-token-lifetme is not a setting of this server: did you mean"
                        + " serdab.tokens.access-token-lifetime?",
                "serdab.tokens.access-token-lifetme=5m");
        wrong(
                "serdab.bootstrap.clients[0].redirect-url is not a setting of this server: did you"
                        + " mean serdab.bootstrap.clients[0].redirect-uris?",
                CLIENT + "redirect-url=https://notes.example.com");
        wrong(
                "serdab.quite.something.else is not a setting of this server: docs/operating.md"
                        + " lists all there are.",
                "serdab.quite.something.else=1");
        wrong(
                "serdab.tokens.access-token-lifetime is \"soon\": write a duration such as 30s,"
                        + " 15m, 72h or 1d.",
                "serdab.tokens.access-token-lifetime=soon");
        wrong(
                "serdab.tokens.access-token-lifetime is \"PT0S\": write a time longer than 0s, such"
                        + " as 10m",
                "serdab.tokens.access-token-lifetime=0s");
        wrong(
                "serdab.tokens.refresh-token-retry-window is \"PT-1S\": write 0s or more",
                "serdab.tokens.refresh-token-retry-window=-1s");
        wrong(
                "serdab.session.lifetime is shorter than serdab.session.idle-lifetime: write a"
                        + " longer one such as 7d",
                "serdab.session.lifetime=1h");
        wrong(
                "serdab.limits.sign-in is \"often\": write a number and a time such as 10/15m.",
                "serdab.limits.sign-in=often");
        wrong(
                "serdab.master-key is not 32 bytes in base64: write the output of `openssl rand"
                        + " -base64 32`",
                "serdab.master-key=tooshort");
        wrong(
                "serdab.master-key (or master.key in the data directory) is not the key this"
                        + " database was sealed with: bring back the key that belongs to it",
                "serdab.master-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        wrong(
                "serdab.account-api.activation-url is \"activate/{uid}\": write a path that holds"
                        + " {uid} and {token}, such as activate/{uid}/{token}.",
                "serdab.account-api.activation-url=activate/{uid}");
        wrong(
                "serdab.account-api.password-reset-confirm-url is \"re set/{uid}/{token}\": write a"
                        + " path that holds {uid} and {token}, such as activate/{uid}/{token}.",
                "serdab.account-api.password-reset-confirm-url=re set/{uid}/{token}");
        for (var domain :
                List.of("https://app.example.com", "app.example.com/", "me@host", "a b")) {
            wrong(
                    "serdab.account-api.domain is \"%s\": write a host, with a port if it needs one,"
                                    .formatted(domain)
                            + " such as app.example.com",
                    "serdab.account-api.domain=" + domain);
        }
        wrong(
                "serdab.account-api.email-frontend-protocol is \"ftp\": write http or https",
                "serdab.account-api.email-frontend-protocol=ftp");
        wrong(
                "serdab.account-api.password-reset-timeout is \"PT0.5S\": write a time of at least"
                        + " 1s, such as 72h",
                "serdab.account-api.password-reset-timeout=500ms");
        wrong(
                "serdab.account-api.token-model is \"jwt\": write one of token, none.",
                "serdab.account-api.token-model=jwt");
        wrong("serdab.jwt.leeway is \"PT-1S\": write 0s or more", "serdab.jwt.leeway=-1s");
        wrong(
                "serdab.jwt.auth-header-types is [Bear er]: write one or more words, such as JWT",
                "serdab.jwt.auth-header-types=Bear er");
        wrong(
                "serdab.jwt.user-id-claim is \"iss\": write the name of a claim that says nothing"
                        + " else, such as user_id",
                "serdab.jwt.user-id-claim=iss");
        wrong(
                "serdab.further-master-keys[0] is not 32 bytes in base64: write the output of"
                        + " `openssl rand -base64 32`",
                "serdab.further-master-keys=tooshort");
        wrong(
                "serdab.signing-keys.algorithms has \"HS256\": write some of ES256, RS256, PS256,"
                        + " EdDSA",
                "serdab.signing-keys.algorithms=RS256, HS256");
        wrong(
                "serdab.signing-keys.algorithms lacks RS256, which OpenID Connect asks of every"
                        + " provider: add it",
                "serdab.signing-keys.algorithms=ES256");
        wrong(
                "serdab.signing-keys.publish-ahead is \"PT15M\": write 20m or more",
                "serdab.signing-keys.publish-ahead=15m");
        wrong(
                "serdab.signing-keys.rotate-after is \"PT24H\": write more than publish-ahead, such"
                        + " as 90d",
                "serdab.signing-keys.rotate-after=1d");
        wrong(
                "serdab.signing-keys.retired-for is \"PT-1S\": write a time such as 7d",
                "serdab.signing-keys.retired-for=-1s");
        wrong(
                "serdab.bootstrap.clients[0].id-token-signed-response-alg is \"PS256\": write one of"
                        + " ES256, RS256",
                CLIENT + "client-id=notes",
                CLIENT + "id-token-signed-response-alg=PS256",
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.accounts[0].email is missing: User must have an email address",
                ACCOUNT + "name=Ada");
        wrong(
                "serdab.bootstrap.accounts[0].email is \"ada\": write an address such as"
                        + " ada@example.com",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada");
        wrong(
                "serdab.bootstrap.accounts[0].name is missing: write what the person is called",
                ACCOUNT + "email=ada@example.org");
        wrong(
                "serdab.bootstrap.accounts[0].password and password-hash: write one of the two"
                        + " (password-hash: \"!\" for none)",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org");
        wrong(
                "serdab.bootstrap.accounts[0].password-hash is in no format this server knows:"
                        + " write one of Django's, or \"!\" for none",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org",
                ACCOUNT + "password-hash=plain");
        wrong(
                "serdab.bootstrap.accounts[0].password is blank or longer than 4096 characters:"
                        + " write another, or password-hash: \"!\" for none",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org",
                ACCOUNT + "password= ");
        wrong(
                "serdab.bootstrap.accounts[0].name has more than 255 characters: write a shorter"
                        + " one",
                ACCOUNT + "name=" + "a".repeat(256),
                ACCOUNT + "email=ada@example.org");
        wrong(
                "serdab.bootstrap.clients[0].scope has \"nosuch.scope\", which nobody has"
                        + " described: define it in serdab.bootstrap.scopes",
                CLIENT + "client-id=notes",
                CLIENT + "scope=openid nosuch.scope",
                SECRET,
                REDIRECT);
        wrong(
                "serdab.bootstrap.accounts[0].claims.shoe-size is not a claim that an account can"
                        + " have: write one such as given-name or address.locality",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org",
                ACCOUNT + "password-hash=!",
                ACCOUNT + "claims.shoe-size=38");
        wrong(
                "serdab.bootstrap.accounts[0].claims.birthdate is \"soon\": write a day such as"
                        + " 1815-12-10, or a year",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org",
                ACCOUNT + "password-hash=!",
                ACCOUNT + "claims.birthdate=soon");
        wrong(
                "serdab.bootstrap.groups[0].name is missing: write one",
                "serdab.bootstrap.groups[0].permissions=blog.add_post");
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
                "serdab.bootstrap.clients[0].jwks-uri is not a setting of this server: did you mean"
                        + " serdab.bootstrap.clients[0].jwks?",
                CLIENT + "client-id=notes",
                CLIENT + "jwks-uri=https://notes.example.com/jwks",
                WITH_KEYS,
                REDIRECT);
        wrong(
                "serdab.bootstrap.clients[0].jwks is missing: private_key_jwt needs the client's"
                        + " public keys",
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
    }

    @TestFactory
    Stream<DynamicTest> aWrongSettingIsToldInOneSentence(CapturedOutput output) {
        return WRONG.entrySet().stream()
                .map(wrong ->
                        DynamicTest.dynamicTest(
                                String.join(" ", wrong.getKey()),
                                () -> {
                                    int before = output.getAll().length();

                                    var failure = catchThrowable(() -> start(wrong.getKey()));

                                    assertThat(failure).isNotNull();
                                    var told = output.getAll().substring(before);
                                    assertThat(description(told)).isEqualTo(wrong.getValue());
                                    assertThat(told).doesNotContain("\tat ");
                                }));
    }

    @Test
    void goodSettingsStartIt() {
        start(
                List.of(
                        CLIENT + "client-id=notes",
                        SECRET,
                        REDIRECT,
                        "SERDAB_TOKENS_ACCESSTOKENLIFETIME=5m",
                        "serdab.account-api.activation-url=#/activate/{uid}/{token}",
                        "serdab.account-api.domain=localhost:3000",
                        "serdab.tokens.refreshTokenRetryWindow=0s",
                        "serdab.limits.sign-in=3/1m"));
    }

    @Test
    void whatIsNotOursIsNotLookedAt() {
        start(List.of("other.setting=1", "serdab-like.setting=1"));
    }

    private static void start(List<String> settings) {
        var all = new ArrayList<String>();
        all.add("server.port=0");
        all.add("management.server.port=0");
        all.add("serdab.data-directory=" + DATA);
        all.addAll(settings);
        SpringApplication.run(
                        AuthServer.class,
                        all.stream().map(setting -> "--" + setting).toArray(String[]::new))
                .close();
    }

    /** What the block says that Spring Boot prints instead of a stack trace. */
    private static String description(String output) {
        var start = output.indexOf("Description:");
        assertThat(start).as(output).isNotNegative();
        var text = output.substring(start + "Description:".length()).strip();
        return Arrays.stream(text.split("\\R\\R", 2)).findFirst().orElseThrow().strip();
    }

    private static void wrong(String sentence, String... settings) {
        WRONG.put(List.of(settings), sentence);
    }
}
