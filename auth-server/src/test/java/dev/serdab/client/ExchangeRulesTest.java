package dev.serdab.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.client.ClientRules.Checked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

/** What may be said about exchanging tokens. */
class ExchangeRulesTest {

    private static final String URN = "urn:ietf:params:oauth:grant-type:token-exchange";

    @Test
    void eachTargetHasItsOwnScopes() {
        var client =
                ((Checked.Good)
                                check(
                                        URN,
                                        """
                                        "exchange_targets": [
                                          {"audience": "https://a.example", "scope": "x y"},
                                          {"audience": "https://b.example", "scope": "y z"},
                                          {"audience": "https://c.example"}]\
                                        """))
                        .client();

        assertThat(client.exchange().scopesAt(Set.of("https://a.example")))
                .containsExactly("x", "y");
        assertThat(client.exchange().scopesAt(List.of("https://a.example", "https://b.example")))
                .containsExactly("y");
        assertThat(client.exchange().scopesAt(List.of("https://a.example", "https://c.example")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    exchange_targets | is missing: write an audience, and its scope | "x": 1
                    exchange_targets | is missing: write an audience, and its scope | "exchange_targets": []
                    exchange_targets | has one without an audience: write it        | "exchange_targets": [{"scope": "x"}]
                    exchange_targets | has one without an audience: write it        | "exchange_targets": [{"audience": " "}]
                    exchange_targets | has "a" twice                                | "exchange_targets": [{"audience": "a"}, {"audience": "a"}]
                    resource         | is blank: write how tokens name the client's API | "resource": " "
                    may_act          | is "42": write a client_id                   | "may_act": "42"
                    grant_types      | has urn:ietf:params:oauth:grant-type:token-exchange, which a client without a secret cannot use | "token_endpoint_auth_method": "none"
                    """)
    void whoeverExchangesSaysForWhat(String field, String sentence, String more) {
        assertThat(check(URN, more)).isEqualTo(new Checked.Bad(field, sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    exchange_targets | "exchange_targets": [{"audience": "a"}]
                    resource         | "resource": "a"
                    """)
    void whoeverDoesNotSaysNothingOfIt(String field, String more) {
        assertThat(check("client_credentials", more))
                .isEqualTo(
                        new Checked.Bad(
                                field,
                                "is of no use without grant type %s: write that, or leave it out"
                                        .formatted(URN)));
    }

    private static Checked check(String grantType, String more) {
        return ClientRules.check(
                "orders",
                ClientMetadata.parse("{\"grant_types\": [\"%s\"], %s}".formatted(grantType, more)));
    }
}
