package dev.serdab.demo.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A token being written: an access token as RFC 9068 wants it, until a test changes something. */
public final class Token {

    private final SigningKey key;
    private final JWTClaimsSet.Builder claims;
    private final JWSHeader.Builder header;

    Token(String issuer, SigningKey key) {
        this.key = key;
        var now = Instant.now();
        this.header =
                new JWSHeader.Builder(key.algorithm())
                        .keyID(key.id())
                        .type(new JOSEObjectType("at+jwt"));
        this.claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject("42")
                        .claim("client_id", "web")
                        .audience("http://localhost:8090")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .jwtID(UUID.randomUUID().toString());
    }

    public Token of(String subject) {
        return with("sub", subject);
    }

    public Token scope(String scope) {
        return with("scope", scope);
    }

    public Token with(String claim, Object value) {
        claims.claim(claim, value);
        return this;
    }

    public Token without(String claim) {
        claims.claim(claim, null);
        return this;
    }

    public Token expiring(Instant when) {
        claims.issueTime(Date.from(when.minusSeconds(300)));
        claims.expirationTime(Date.from(when));
        return this;
    }

    public Token notBefore(Instant when) {
        claims.notBeforeTime(Date.from(when));
        return this;
    }

    public Token type(@Nullable String type) {
        header.type(type == null ? null : new JOSEObjectType(type));
        return this;
    }

    public Token keyId(@Nullable String id) {
        header.keyID(id);
        return this;
    }

    /** Access to the rest of the header, for forgers. */
    public JWSHeader.Builder header() {
        return header;
    }

    public JWTClaimsSet claims() {
        return claims.build();
    }

    public String signed() {
        return signedAs(header.build());
    }

    public String signedAs(JWSHeader other) {
        try {
            var jwt = new SignedJWT(other, claims.build());
            jwt.sign(key.signer());
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
