package dev.serdab.demo;

import static java.util.Objects.requireNonNull;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is calling: a person through an app, or an app for itself.
 *
 * <p>The kind belongs to the identity. Otherwise an app that got hold of the client id "42" would
 * be the person whose {@code sub} is 42 (RFC 9700 §4.15).
 */
record Caller(Kind kind, String subject) {

    enum Kind {
        PERSON,
        CLIENT
    }

    /** Without a person involved, the client is its own subject (RFC 9068 §2.2). */
    static Caller of(Jwt token) {
        var subject = requireNonNull(token.getSubject());
        var itself = subject.equals(token.getClaimAsString("client_id"));
        return new Caller(itself ? Kind.CLIENT : Kind.PERSON, subject);
    }
}
