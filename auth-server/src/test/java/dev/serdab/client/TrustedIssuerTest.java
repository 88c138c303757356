package dev.serdab.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.client.ClientRules.Checked;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said about the platform that speaks for a client. */
class TrustedIssuerTest {

    private static final String KEYS =
            """
            {"keys": [{"kty": "EC", "crv": "P-256",
              "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
              "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}\
            """;

    @ParameterizedTest
    @CsvSource({
        "https://c.example, system:serviceaccount:a:b, ",
        "https://c.example, system:serviceaccount:a:*, ",
        "https://c.example, spiffe://c.example/a/*, ",
        "https://c.example, , assertion_subject",
        " , system:serviceaccount:a:b, assertion_issuer",
        "' ', system:serviceaccount:a:b, assertion_issuer",
        "worker, system:serviceaccount:a:b, assertion_issuer",
        "https://c.example, *, assertion_subject",
        "https://c.example, :*, assertion_subject",
        "https://c.example, system:*:b, assertion_subject",
        "https://c.example, system:serviceaccount:a*, assertion_subject",
    })
    void bothAreSaidAndNeitherIsTooWide(String issuer, String subject, String wrong) {
        assertThat(problem("private_key_jwt", issuer, subject)).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({"client_secret_basic", "none"})
    void theyAreOfNoUseForOtherMethods(String method) {
        assertThat(problem(method, "https://c.example", "a:b")).isEqualTo("assertion_issuer");
    }

    private static String problem(String method, String issuer, String subject) {
        var metadata =
                """
                {"token_endpoint_auth_method": "%s", "grant_types": ["authorization_code"], "jwks": %s,
                 "redirect_uris": ["https://a.example/callback"],
                 "assertion_issuer": %s, "assertion_subject": %s}\
                """
                        .formatted(method, KEYS, quoted(issuer), quoted(subject));
        return ClientRules.check("worker", ClientMetadata.parse(metadata))
                        instanceof Checked.Bad(var field, _)
                ? field
                : null;
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
