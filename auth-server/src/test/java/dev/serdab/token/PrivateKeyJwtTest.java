package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.JSONObjectUtils;

import dev.serdab.cleanup.CleanUp;
import dev.serdab.testing.Answer;
import dev.serdab.testing.AtOnce;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.Http;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.ServerTest;
import dev.serdab.testing.SignedAssertion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A client that has a key instead of a secret (RFC 7523 §3, OpenID Connect Core §9). */
@Import(MovableClock.class)
class PrivateKeyJwtTest extends ServerTest {

    private static final ClientKey EC = ClientKey.ec("ec");
    private static final ClientKey RSA = ClientKey.rsa("rsa", 2048);
    private static final ClientKey ED = ClientKey.ed25519("ed");
    private static final ClientKey FOREIGN = ClientKey.ec("ec");

    private static final String SECRET = "the secret of plain, which is long enough";

    @Autowired MovableClock clock;
    @Autowired CleanUp cleanUp;

    @DynamicPropertySource
    static void clients(DynamicPropertyRegistry settings) {
        client(settings, 0, "robot", Map.of("jwks", ClientKey.jwks(EC, RSA, ED)));
        client(settings, 1, "other", Map.of("jwks", ClientKey.jwks(FOREIGN)));
        client(settings, 2, "plain", Map.of("client-secret", SECRET));
    }

    private static void client(
            DynamicPropertyRegistry settings, int i, String clientId, Map<String, String> more) {
        var prefix = "serdab.bootstrap.clients[" + i + "].";
        settings.add(prefix + "client-id", () -> clientId);
        settings.add(prefix + "grant-types", () -> "client_credentials");
        if (more.containsKey("jwks")) {
            settings.add(prefix + "token-endpoint-auth-method", () -> "private_key_jwt");
        }
        more.forEach((name, value) -> settings.add(prefix + name, () -> value));
    }

    @ParameterizedTest
    @CsvSource({"ES256, ec", "RS256, rsa", "PS256, rsa", "EdDSA, ed", "Ed25519, ed"})
    void aSignatureWithItsOwnKeyIsEnough(String algorithm, String kid) {
        var key = List.of(EC, RSA, ED).stream().filter(one -> one.kid().equals(kid)).findFirst();
        var assertion =
                SignedAssertion.of("robot", issuer, clock.instant(), algorithm, key.orElseThrow());

        var answer = asksWith(assertion.form()).expect(200);

        var token = answer.text("access_token");
        var about = app.post("/oauth2/introspect", with(good().form(), "token", token)).expect(200);
        assertThat(about.json().path("active").asBoolean()).isTrue();
        assertThat(about.text("sub")).isEqualTo("robot");
        app.post("/oauth2/revoke", with(good().form(), "token", token)).expect(200);
    }

    @Test
    void theKeysNameAndTheClientsMayBeLeftOut() {
        asksWith(good().withHeader("kid", null).form()).expect(200);
        asksWith(with(good().form(), "client_id", "robot")).expect(200);
        isRefused(asksWith(with(good().form(), "client_id", "other")));
        isRefused(asksWith(good().withHeader("kid", "rsa").form()));
        isRefused(asksWith(good().withHeader("kid", "unknown").form()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client-authentication+jwt",
                "JWT",
                "application/client-authentication+jwt",
                "CLIENT-AUTHENTICATION+JWT"
            })
    void itMaySayWhatItIs(String type) {
        asksWith(good().withHeader("typ", type).form()).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "dpop+jwt", "oauth-authz-req+jwt", "refresh+jwt", "x"})
    void aTokenForAnotherUseIsNoAssertion(String type) {
        isRefused(asksWith(good().withHeader("typ", type).form()));
    }

    @Test
    void itIsMeantForThisServerAlone() {
        for (Object audience :
                new Object[] {
                    "https://other.example.com",
                    issuer + "/",
                    issuer + "/oauth2/token",
                    List.of(issuer),
                    List.of("https://other.example.com", issuer),
                    1
                }) {
            var answer = asksWith(good().with("aud", audience).form());
            isRefused(answer);
            assertThat(answer.text("error_description"))
                    .isEqualTo("aud of client_assertion must be the issuer alone: " + issuer);
        }
        isRefused(asksWith(good().with("aud", null).form()));
    }

    @Test
    void itIsSignedByTheClientItSpeaksOf() {
        isRefused(asksWith(good().with("sub", "other").form()));
        isRefused(asksWith(good().with("iss", "other").form()));
        isRefused(asksWith(good().with("iss", "other").with("sub", "other").form()));
        isRefused(asksWith(good().with("sub", "plain").with("iss", "plain").form()));
        isRefused(asksWith(good().with("sub", "nobody\u0000").with("iss", "nobody").form()));
        isRefused(asksWith(good().with("sub", null).form()));
        isRefused(asksWith(good().with("iss", null).form()));
        isRefused(asksWith(good().signedBy(FOREIGN).form()));
    }

    @Test
    void aKeyThatComesAlongIsNotLookedAt() throws ParseException {
        var jwk = JSONObjectUtils.parse(FOREIGN.publicJwk());

        isRefused(asksWith(good().signedBy(FOREIGN).withHeader("jwk", jwk).form()));
        isRefused(
                asksWith(
                        good().signedBy(FOREIGN)
                                .withHeader("jku", "https://evil.example.com/jwks")
                                .form()));
    }

    @Test
    void theAlgorithmBelongsToTheKey() throws JOSEException, ParseException {
        for (var algorithm : new String[] {"ES384", "RS512", "none", "HS256", "RS256", "nOnE"}) {
            var header = new LinkedHashMap<>(good().header());
            header.put("alg", algorithm);
            if (!algorithm.equalsIgnoreCase("none")) {
                isRefused(
                        asksWith(
                                SignedAssertion.form(
                                        ClientKey.text(header, good().claims(), new byte[64]))));
            }
        }
        isRefused(asksWith(SignedAssertion.form(unsigned())));
        for (var secret : new String[] {EC.publicJwk(), SECRET}) {
            var jws =
                    new JWSObject(
                            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ec").build(),
                            new Payload(good().claims()));
            jws.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            isRefused(asksWith(SignedAssertion.form(jws.serialize())));
        }
        isRefused(
                asksWith(
                        SignedAssertion.form(
                                ClientKey.text(good().header(), good().claims(), new byte[64]))));
        isRefused(
                asksWith(
                        SignedAssertion.form(
                                ClientKey.text(good().header(), good().claims(), new byte[0]))));
        isRefused(asksWith(good().withHeader("crit", List.of("exp")).withHeader("exp", 1).form()));
    }

    @Test
    void itLivesForAFewMinutesOnly() {
        long now = clock.instant().getEpochSecond();

        asksWith(good().with("exp", now + 300).form()).expect(200);
        asksWith(good().with("exp", now + 59.5).form()).expect(200);
        asksWith(good().with("exp", now - 20).form()).expect(200);
        for (Object end : new Object[] {now - 40, now + 400, "soon", "" + (now + 60), -1, 1e300}) {
            isRefused(asksWith(good().with("exp", end).form()));
        }
        isRefused(asksWith(good().with("exp", null).form()));
    }

    @Test
    void itIsNeitherOldNorFromTheFuture() {
        long now = clock.instant().getEpochSecond();

        asksWith(good().with("iat", null).form()).expect(200);
        asksWith(good().with("iat", now + 8).with("nbf", now + 8).form()).expect(200);
        for (Object time : new Object[] {now + 61, "now", 1e300}) {
            isRefused(asksWith(good().with("nbf", time).form()));
            isRefused(asksWith(good().with("iat", time).form()));
        }
        isRefused(asksWith(good().with("iat", now - 3600).form()));
    }

    @Test
    void itIsGoodOnce() {
        var assertion = good().form();

        asksWith(assertion).expect(200);

        isRefused(asksWith(assertion));
        for (var path : List.of("/oauth2/introspect", "/oauth2/revoke")) {
            isRefused(app.post(path, with(assertion, "token", "x")));
        }
        assertThat(database.dump()).doesNotContain(assertion.get("client_assertion"));
        isRefused(asksWith(good().with("jti", null).form()));
        isRefused(asksWith(good().with("jti", "").form()));
        isRefused(asksWith(good().with("jti", 7).form()));
    }

    @Test
    void twoClientsMayHitUponTheSameId() {
        var others = SignedAssertion.of("other", issuer, clock.instant(), "ES256", FOREIGN);

        asksWith(good().with("jti", "1").form()).expect(200);
        asksWith(others.with("jti", "1").form()).expect(200);
        isRefused(asksWith(good().with("jti", "1").form()));
    }

    @Test
    void whatWasNotAcceptedIsNotUsedUp() {
        asksWith(good().with("jti", "2").signedBy(FOREIGN).form()).expect(401);
        asksWith(good().with("jti", "2").with("aud", "https://x.example").form()).expect(401);

        asksWith(good().with("jti", "2").form()).expect(200);
    }

    @Test
    void oneOfTwentyAtOnceIsAccepted() {
        for (int round = 0; round < 10; round++) {
            var assertion = good().form();

            var answers = AtOnce.call(20, () -> asksWith(assertion));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(19);
        }
    }

    @Test
    void whatIsOverIsForgottenAndStillRefused() {
        var assertion = good();
        asksWith(assertion.form()).expect(200);
        cleanUp.run();
        isRefused(asksWith(assertion.form()));
        assertThat(usedAssertions()).isEqualTo(1);

        clock.pass(Duration.ofMinutes(10));
        cleanUp.run();

        assertThat(usedAssertions()).isZero();
        isRefused(asksWith(assertion.form()));
    }

    @Test
    void everyClientHasOneWay() {
        var plain = new Http(issuer).basic("plain", SECRET);
        var own = Map.of("grant_type", "client_credentials");

        assertThat(
                        plain.post("/oauth2/token", with(good().form(), "grant_type", "x"))
                                .expect(400)
                                .text("error"))
                .isEqualTo("invalid_request");
        assertThat(asksWith(with(good().form(), "client_secret", SECRET)).expect(400).text("error"))
                .isEqualTo("invalid_request");
        plain.post("/oauth2/token", own).expect(200);
        isRefused(new Http(issuer).basic("robot", SECRET).post("/oauth2/token", own));
        isRefused(app.post("/oauth2/token", with(own, "client_id", "robot")));
    }

    @Test
    void bothHalvesOfAnAssertionComeTogether() {
        var form = good().form();
        for (var half : List.of("client_assertion", "client_assertion_type")) {
            var rest = new LinkedHashMap<>(form);
            rest.remove(half);
            assertThat(asksWith(rest).expect(400).text("error")).isEqualTo("invalid_request");
        }
        isRefused(
                asksWith(
                        with(
                                form,
                                "client_assertion_type",
                                "urn:ietf:params:oauth:client-assertion-type:saml2-bearer")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "a.b", "a.b.c", "a.b.c.d.e", "....", "e30.e30.", "bnVsbA.bnVsbA.AAAA"})
    void whatIsNoJwtIsRefused(String text) {
        isRefused(asksWith(SignedAssertion.form(text)));
    }

    @Test
    void aLongOneIsRefused() {
        isRefused(asksWith(good().with("more", "x".repeat(20_000)).form()));
        asksWith(good().with("more", "x".repeat(100_000)).form()).expect(413);
    }

    SignedAssertion good() {
        return SignedAssertion.of("robot", issuer, clock.instant(), "ES256", EC);
    }

    private String unsigned() {
        var signed = good().text();
        var header = "{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header)
                + signed.substring(signed.indexOf('.'), signed.lastIndexOf('.') + 1);
    }

    private Answer asksWith(Map<String, String> assertion) {
        return app.post("/oauth2/token", with(assertion, "grant_type", "client_credentials"));
    }

    private int usedAssertions() {
        return database.sql()
                .sql("select count(*) from used_client_assertion")
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new LinkedHashMap<>(form);
        more.put(name, value);
        return more;
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.expect(401).text("error")).isEqualTo("invalid_client");
        assertThat(answer.text("error_description")).matches("[\\x20-\\x7e&&[^\"\\\\]]{1,200}");
        assertThat(answer.json().has("access_token")).isFalse();
    }
}
