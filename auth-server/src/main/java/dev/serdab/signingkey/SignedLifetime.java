package dev.serdab.signingkey;

import java.time.Duration;

/**
 * How long a kind of token is good: a key stays in the JWK Set for longer than that after its last
 * signature. A feature that signs tokens publishes one such bean.
 *
 * @param lifetime of one token
 */
public record SignedLifetime(Duration lifetime) {}
