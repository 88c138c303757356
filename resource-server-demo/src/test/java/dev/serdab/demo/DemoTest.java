package dev.serdab.demo;

import com.nimbusds.jose.JWSAlgorithm;

import dev.serdab.demo.testing.Demo;
import dev.serdab.demo.testing.FakeIssuer;
import dev.serdab.demo.testing.SigningKey;

/** One issuer and one running API for all tests that leave both as they are. */
abstract class DemoTest {

    static final SigningKey ES256 = SigningKey.es256();
    static final SigningKey RS256 = SigningKey.rsa(JWSAlgorithm.RS256);
    static final SigningKey PS256 = SigningKey.rsa(JWSAlgorithm.PS256);
    static final SigningKey EDDSA = SigningKey.ed25519(JWSAlgorithm.EdDSA);
    static final SigningKey ED25519 = SigningKey.ed25519(JWSAlgorithm.Ed25519);
    static final SigningKey ES384 = SigningKey.es384();

    static final FakeIssuer issuer = FakeIssuer.up(ES256, RS256, PS256, EDDSA, ED25519, ES384);
    static final Demo demo = Demo.trusting(issuer);
}
