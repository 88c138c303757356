package dev.serdab.client;

import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.ClientRules.Checked.Bad;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;

/**
 * Whose word a client is believed by: the platform it runs on gives it tokens that say which
 * workload it is, and the client has no secret and no key of its own (RFC 7521 §6.1).
 *
 * @param issuer as the platform calls itself in {@code iss}; the client's keys are its keys
 * @param subject which workloads may come as this client: a name, or the beginning of names and a
 *     {@code *}
 */
public record TrustedIssuer(String issuer, String subject) {

    private static final String ISSUER = "assertion_issuer";
    private static final String SUBJECT = "assertion_subject";

    /** What is wrong with what is said about it. */
    static Optional<Checked> problem(
            String clientId, ClientMetadata said, AuthenticationMethod method) {
        var issuer = said.assertionIssuer();
        var subject = said.assertionSubject();
        if (issuer == null && subject == null) {
            return Optional.empty();
        }
        if (method != AuthenticationMethod.PRIVATE_KEY_JWT) {
            return bad(
                    issuer == null ? SUBJECT : ISSUER,
                    "is of no use without token_endpoint_auth_method private_key_jwt");
        }
        if (issuer == null || issuer.isBlank()) {
            return bad(ISSUER, "is missing: write what the platform's tokens have for iss");
        }
        if (issuer.equals(clientId)) {
            return bad(ISSUER, "is the client_id: write what the platform's tokens have for iss");
        }
        if (subject == null || subject.isBlank()) {
            return bad(
                    SUBJECT,
                    "is missing: write a name such as system:serviceaccount:photos:thumbnailer");
        }
        int star = subject.indexOf('*');
        boolean isTooWide =
                star >= 0 && (star != subject.length() - 1 || !endsAName(subject, star));
        return isTooWide
                ? bad(
                        SUBJECT,
                        "is \"%s\": a * stands at the end only, after a : or a /"
                                .formatted(subject))
                : Optional.empty();
    }

    /** Of metadata without a problem. */
    static @Nullable TrustedIssuer of(ClientMetadata said) {
        return said.assertionIssuer() == null
                ? null
                : new TrustedIssuer(
                        said.assertionIssuer(), Objects.requireNonNull(said.assertionSubject()));
    }

    /** Whether this workload may come as the client. */
    boolean allows(String name) {
        return subject.endsWith("*")
                ? name.length() >= subject.length()
                        && name.startsWith(subject.substring(0, subject.length() - 1))
                : name.equals(subject);
    }

    private static boolean endsAName(String subject, int star) {
        return star > 1 && (subject.charAt(star - 1) == ':' || subject.charAt(star - 1) == '/');
    }

    private static Optional<Checked> bad(String field, String sentence) {
        return Optional.of(new Bad(field, sentence));
    }
}
