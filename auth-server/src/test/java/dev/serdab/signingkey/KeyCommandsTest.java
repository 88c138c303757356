package dev.serdab.signingkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;

import dev.serdab.testing.Http;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What an operator tells a running server about its keys. */
@ExtendWith(OutputCaptureExtension.class)
class KeyCommandsTest extends KeysTest {

    private static final String KEYS = "/actuator/signingkeys";

    private String first;

    @BeforeEach
    void rememberFirst() {
        first = operator.active("ES256");
    }

    @Test
    void onlyTheOperatorsTokenOpensThem() {
        var stranger = operator.stranger();
        for (var who : List.of(stranger, stranger.bearer("guess"), stranger.bearer(""))) {
            assertThat(who.get(KEYS).expect(401).header("WWW-Authenticate")).isEqualTo("Bearer");
            who.json("POST", KEYS + "/rotate", "{}").expect(401);
            who.json("POST", KEYS + "/remove", "{\"kid\": \"%s\"}".formatted(first)).expect(401);
        }
        assertThat(operator.active("ES256")).isEqualTo(first);
        stranger.get("/actuator/health").expect(200);
        stranger.get("/actuator/prometheus").expect(200);
        new Http(issuer).get(KEYS).expect(404);
    }

    @Test
    void theyAreListedWithoutAnythingSecret() {
        assertThat(operator.keys())
                .hasSize(2)
                .allSatisfy(key ->
                        assertThat(key.propertyNames())
                                .containsExactly(
                                        "kid", "algorithm", "state", "created", "activates"));
    }

    @Test
    void rotatingPublishesTheNextKeyOnce() {
        for (int i = 0; i < 2; i++) {
            operator.commands("rotate", Map.of("algorithm", "ES256")).expect(200);
        }

        assertThat(operator.keys("ES256", "published")).hasSize(1);
        assertThat(operator.keys("RS256", "published")).isEmpty();
        assertThat(operator.active("ES256")).isEqualTo(first);
        clock.pass(Duration.ofDays(1));
        assertThat(operator.active("ES256")).isNotEqualTo(first);
    }

    @Test
    void rotatingNowNeedsNoPatience() {
        var token = token();
        operator.commands("rotate", Map.of()).expect(200);
        var waiting = operator.keys("ES256", "published").getFirst();

        operator.commands("rotate", Map.of("now", true)).expect(200);

        assertThat(kid(token())).isEqualTo(waiting);
        assertThat(operator.keys("RS256", "retired")).hasSize(1);
        assertThat(verifies(token)).isTrue();
        operator.commands("rotate", Map.of("now", true)).expect(200);
        assertThat(kid(token())).isNotEqualTo(waiting);
        assertThat(operator.keys("ES256", "retired")).hasSize(2);
    }

    @Test
    void aKeyThatIsRetiredVerifiesAndSignsNoMore() {
        var token = token();

        operator.commands("retire", Map.of("kid", first)).expect(200);

        assertThat(kid(token())).isNotEqualTo(first);
        assertThat(verifies(token)).isTrue();
        assertThat(published()).contains(first);
        assertThat(operator.commands("retire", Map.of("kid", first)).expect(400).text("error"))
                .isEqualTo("The key has retired before.");
    }

    @Test
    void noTokenOfARemovedKeyIsGood() {
        var token = token();
        assertThat(verifies(token)).as("and is remembered").isTrue();
        var me = app.bearer(token);
        me.get("/users/me/").expect(200);

        operator.commands("remove", Map.of("kid", first)).expect(200);

        assertThat(verifies(token)).isFalse();
        me.get("/users/me/").expect(401);
        assertThat(published()).doesNotContain(first);
        assertThat(verifies(token())).isTrue();
        operator.commands("remove", Map.of("kid", first)).expect(404);
    }

    @Test
    void eachChangeIsOneLineInTheLog(CapturedOutput output) {
        operator.commands("rotate", Map.of("algorithm", "ES256", "now", true)).expect(200);
        operator.commands("retire", Map.of("kid", operator.active("RS256"))).expect(200);
        operator.commands("remove", Map.of("kid", first)).expect(200);

        assertThat(output.getOut().lines().filter(line -> line.contains("removed by command")))
                .singleElement()
                .asString()
                .contains("Signing key " + first + " (ES256) was removed by command");
        assertThat(output.getOut()).contains("(RS256) was retired by command");
        assertThat(output.getOut()).doesNotContain("\"d\"");
    }

    @Test
    void aCommandThatMakesNoSenseIsAnsweredWithASentence() {
        refuses("rotate", Map.of("algorithm", "HS256"), "There is no algorithm HS256 here.");
        refuses(
                "rotate",
                Map.of("algorithm", "PS256"),
                "There are no keys for PS256: add it to serdab.signing-keys.algorithms first.");
        refuses("retire", Map.of(), "kid is missing.");
        refuses(
                "import",
                Map.of("key", "x", "start", "now"),
                "start is active, published or retired.");
        refuses("sing", Map.of(), "The commands are rotate, retire, remove and import.");
        operator.commands("retire", Map.of("kid", "x")).expect(404);
    }

    @ParameterizedTest
    @CsvSource({"EC, ES256", "RSA, RS256"})
    void aKeyFromElsewhereKeepsItsName(String family, String algorithm) throws Exception {
        for (var text : files(pair(family))) {
            var kid = "old/key:" + text.hashCode();
            operator.commands("import", Map.of("key", text, "kid", kid)).expect(200);

            assertThat(operator.active(algorithm)).isEqualTo(kid);
            assertThat(published()).contains(kid);
            assertThat(verifies(token())).isTrue();
        }
    }

    @Test
    void withoutANameItIsKnownByItsThumbprint() throws Exception {
        var pair = pair("EC");
        var jwk = KeyForms.jwk(null, Algorithm.ES256, pair);

        operator.commands("import", Map.of("key", files(pair).getFirst())).expect(200);

        assertThat(operator.active("ES256")).isEqualTo(jwk.computeThumbprint().toString());
    }

    @Test
    void whatElseItsFileSaysIsNotPublished() throws Exception {
        var jwk = KeyForms.jwk("from-elsewhere", Algorithm.ES256, pair("EC")).toJSONObject();
        jwk.put("secret_note", "hello");
        jwk.put("key_ops", List.of("sign"));
        jwk.put("exp", 1);
        var text = new JsonMapper().writeValueAsString(jwk);

        operator.commands("import", Map.of("key", text)).expect(200);

        var set = new Http(issuer).get("/oauth2/jwks").body();
        assertThat(set)
                .contains("from-elsewhere")
                .doesNotContain("secret_note", "key_ops", "exp\"");
        assertThat(set).doesNotContain("\"d\"");
    }

    @Test
    void itMayBePublishedFirstOrOnlyVerify() throws Exception {
        var early = files(pair("EC")).getFirst();
        var past = files(pair("EC")).getFirst();

        operator.commands("import", Map.of("key", past, "kid", "past", "start", "retired"))
                .expect(200);
        operator.commands("import", Map.of("key", early, "kid", "early", "start", "published"))
                .expect(200);

        assertThat(operator.active("ES256")).isEqualTo(first);
        assertThat(published()).contains("past", "early");
        clock.pass(Duration.ofDays(1));
        assertThat(kid(token())).isEqualTo("early");
    }

    @Test
    void aKeyThatCannotBeUsedIsRefusedWithASentence() throws Exception {
        var small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        imports(files(small.generateKeyPair()).getFirst(), "It has 1024 bits: RSA keys need 2048");
        var other = KeyPairGenerator.getInstance("EC");
        other.initialize(new ECGenParameterSpec("secp384r1"));
        imports(
                p384(other.generateKeyPair()),
                "It must be an RSA key, or one on the curve P-256 or Ed25519.");
        imports("nothing of the kind", "It is neither a private key in PEM nor a JWK.");
        var pair = pair("EC");
        imports(
                KeyForms.jwk(null, Algorithm.ES256, pair).toPublicJWK().toJSONString(),
                "Its private half is missing.");
        imports(
                KeyForms.jwk(
                                null,
                                Algorithm.ES256,
                                new KeyPair(pair("EC").getPublic(), pair.getPrivate()))
                        .toJSONString(),
                "Its two halves do not belong together.");
        refuses(
                "import",
                Map.of("key", files(pair).getFirst(), "algorithm", "RS256"),
                "The key cannot be used. It cannot be a key for RS256.");
        refuses(
                "import",
                Map.of("key", files(pair).getFirst(), "kid", "with space"),
                "The key cannot be used. Its kid must be 1 to 255 printable ASCII characters.");
        refuses(
                "import",
                Map.of("key", files(pair).getFirst(), "kid", first),
                "A key of this kid is there already.");
    }

    private void imports(String key, String sentence) {
        assertThat(operator.commands("import", Map.of("key", key)).expect(400).text("error"))
                .startsWith("The key cannot be used. " + sentence);
    }

    private void refuses(String command, Map<String, ?> what, String sentence) {
        assertThat(operator.commands(command, what).expect(400).text("error")).isEqualTo(sentence);
    }

    private static KeyPair pair(String family) throws Exception {
        var generator = KeyPairGenerator.getInstance(family);
        generator.initialize(family.equals("EC") ? 256 : 2048);
        return generator.generateKeyPair();
    }

    /** The same key as different programs write it. */
    private static List<String> files(KeyPair pair) throws IOException {
        var files = new ArrayList<String>();
        var pkcs8 = pair.getPrivate().getEncoded();
        boolean isEc = pair.getPublic().getAlgorithm().equals("EC");
        files.add(pem("PRIVATE KEY", pkcs8));
        var bare = PrivateKeyInfo.getInstance(pkcs8).parsePrivateKey().toASN1Primitive();
        if (pair.getPrivate() instanceof ECPrivateKey ec) {
            var sec1 =
                    new org.bouncycastle.asn1.sec.ECPrivateKey(
                            256, ec.getS(), X9ObjectIdentifiers.prime256v1);
            files.add(pem("EC PRIVATE KEY", sec1.getEncoded()));
        } else {
            files.add(pem("RSA PRIVATE KEY", bare.getEncoded()));
        }
        JWK jwk = KeyForms.jwk("a", isEc ? Algorithm.ES256 : Algorithm.RS256, pair);
        files.add("{\"keys\": [%s]}".formatted(jwk.toJSONString()));
        return files;
    }

    private static String p384(KeyPair pair) {
        return new ECKey.Builder(Curve.P_384, (ECPublicKey) pair.getPublic())
                .privateKey((ECPrivateKey) pair.getPrivate())
                .build()
                .toJSONString();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(der), label);
    }
}
