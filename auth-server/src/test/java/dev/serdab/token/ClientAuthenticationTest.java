package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every app shows who it is by the one way it is registered for (RFC 6749 §2.3). */
class ClientAuthenticationTest extends ProtocolTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> OWN = Map.of("grant_type", "client_credentials");

    private Http http;

    @BeforeEach
    void anybodyMayCall() {
        http = new Http(issuer);
    }

    @Test
    void theRightSecretInTheHeaderIsEnough() {
        http.basic("machine", machine.secret()).post("/oauth2/token", OWN).expect(200);
    }

    @Test
    void theClientMayRepeatItsNameButNotAnother() {
        var basic = http.basic("machine", machine.secret());

        basic.post("/oauth2/token", with(OWN, "client_id", "machine")).expect(200);
        isRefused(
                basic.post("/oauth2/token", with(OWN, "client_id", "notes")),
                400,
                "invalid_request");
    }

    @Test
    void twoWaysAtOnceAreOneTooMany() {
        isRefused(
                http.basic("machine", machine.secret())
                        .post("/oauth2/token", with(OWN, "client_secret", machine.secret())),
                400,
                "invalid_request");
    }

    @Test
    void aWrongSecretIsAsGoodAsNone() {
        for (var secret : new String[] {"", "wrong", machine.secret() + " ", notes.secret()}) {
            isRefused(
                    http.basic("machine", secret).post("/oauth2/token", OWN),
                    401,
                    "invalid_client");
        }
        isRefused(http.basic("nobody", "x").post("/oauth2/token", OWN), 401, "invalid_client");
        isRefused(http.basic("a\u0000b", "x").post("/oauth2/token", OWN), 401, "invalid_client");
    }

    @Test
    void unknownAndWrongCannotBeToldApart() {
        var unknown = http.basic("nobody", "x".repeat(40)).post("/oauth2/token", OWN);
        var wrong = http.basic("machine", "x".repeat(40)).post("/oauth2/token", OWN);

        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void aSecretByAnotherWayThanRegisteredIsRefused() {
        isRefused(
                http.post(
                        "/oauth2/token",
                        with(with(OWN, "client_id", "machine"), "client_secret", machine.secret())),
                401,
                "invalid_client");
        isRefused(
                http.basic("legacy", legacy.secret()).post("/oauth2/token", OWN),
                401,
                "invalid_client");
        isRefused(
                http.post("/oauth2/token", with(OWN, "client_id", "machine")),
                401,
                "invalid_client");
        isRefused(http.basic("mobile", "").post("/oauth2/token", OWN), 401, "invalid_client");
        isRefused(
                http.post(
                        "/oauth2/token",
                        with(with(OWN, "client_id", "mobile"), "client_secret", "any")),
                401,
                "invalid_client");
    }

    @Test
    void whoeverDoesNotSayWhoItIsIsRefused() {
        isRefused(http.post("/oauth2/token", OWN), 401, "invalid_client");
        isRefused(http.post("/oauth2/token", Map.of()), 401, "invalid_client");
        isRefused(
                http.post("/oauth2/token", with(OWN, "client_secret", machine.secret())),
                401,
                "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic bWFjaGluZQ==", // no colon
                "Basic OnNlY3JldA==", // no name
                "Basic JVo6JVo=", // %Z:%Z
                "Basic /////w==",
                "Bearer abc",
                "Digest username=machine",
                "nonsense"
            })
    void aBrokenHeaderIsNoneAtAll(String header) {
        isRefused(
                http.with("Authorization", header).post("/oauth2/token", OWN),
                401,
                "invalid_client");
    }

    @Test
    void whoeverForgotToEncodeIsUnderstoodWhereItMakesNoDifference() {
        var unencoded = "machine:" + machine.secret();
        var header =
                "basic "
                        + Base64.getEncoder()
                                .encodeToString(unencoded.getBytes(StandardCharsets.UTF_8));

        http.with("Authorization", header).post("/oauth2/token", OWN).expect(200);
    }

    @Test
    void nothingInTheQueryStringCounts() {
        var secret =
                "?" + Http.form(Map.of("client_id", "legacy", "client_secret", legacy.secret()));

        isRefused(http.post("/oauth2/token" + secret, OWN), 401, "invalid_client");
        isRefused(
                http.basic("machine", machine.secret())
                        .post("/oauth2/token?grant_type=client_credentials", Map.of("scope", "")),
                400,
                "invalid_request");
    }

    @Test
    void aParameterThatComesTwiceIsRefused() {
        isRefused(
                http.basic("machine", machine.secret())
                        .send(
                                "POST",
                                "/oauth2/token",
                                FORM,
                                "grant_type=client_credentials&scope=notes.read&scope=notes.write"),
                400,
                "invalid_request");
        isRefused(
                http.basic("machine", machine.secret())
                        .send(
                                "POST",
                                "/oauth2/token",
                                FORM,
                                "grant_type=client_credentials&%3Cb%3E%22=1&%3Cb%3E%22=2"),
                400,
                "invalid_request");
    }

    @Test
    void aGrantThatIsNotOfferedIsSaidToBeSo() {
        for (var type : new String[] {"password", "implicit", "urn:x", "CLIENT_CREDENTIALS"}) {
            isRefused(
                    machine.callsToken(Map.of("grant_type", type)), 400, "unsupported_grant_type");
        }
        isRefused(machine.callsToken(Map.of("scope", "notes.read")), 400, "invalid_request");
    }

    @Test
    void onlyAFormByPostIsHeard() {
        var basic = http.basic("machine", machine.secret());

        assertThat(basic.get("/oauth2/token").expect(405).header("Allow")).contains("POST");
        basic.send("PUT", "/oauth2/token", FORM, Http.form(OWN)).expect(405);
        basic.json("POST", "/oauth2/token", "{\"grant_type\":\"client_credentials\"}").expect(400);
        basic.send("POST", "/oauth2/token", null, "grant_type=client_credentials").expect(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=%",
                "grant_type=%ZZ",
                "&&&",
                "=",
                "%00=%00",
                "grant_type",
                "grant_type=client_credentials&scope=%FF%FE"
            })
    void aBrokenFormIsTheSendersMistake(String body) {
        var answer =
                http.basic("machine", machine.secret()).send("POST", "/oauth2/token", FORM, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void tooLongAFormIsTheSendersMistake() {
        var answer = machine.callsToken(with(OWN, "scope", "x".repeat(100_000)));

        assertThat(answer.status()).isIn(400, 413);
    }

    @Test
    void theSameRulesHoldAtEveryEndpoint() {
        for (var path : new String[] {"/oauth2/introspect", "/oauth2/revoke"}) {
            var token = Map.of("token", "x");
            isRefused(http.post(path, token), 401, "invalid_client");
            isRefused(http.basic("machine", "wrong").post(path, token), 401, "invalid_client");
            isRefused(
                    http.basic("machine", machine.secret()).post(path, Map.of("x", "y")),
                    400,
                    "invalid_request");
            isRefused(
                    http.basic("machine", machine.secret())
                            .send("POST", path, FORM, "token=a&token=b"),
                    400,
                    "invalid_request");
            assertThat(http.get(path + "?token=x").expect(405).header("Allow")).contains("POST");
        }
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new LinkedHashMap<>(form);
        more.put(name, value);
        return more;
    }

    private static void isRefused(Answer answer, int status, String error) {
        assertThat(answer.expect(status).text("error")).isEqualTo(error);
        assertThat(answer.text("error_description")).matches("[\\x20-\\x7e&&[^\"\\\\]]{1,200}");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo(status == 401 ? "Basic realm=\"serdab\"" : "");
    }
}
