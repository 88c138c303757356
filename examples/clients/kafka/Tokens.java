import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.oauthbearer.BrokerJwtValidator;
import org.apache.kafka.common.security.oauthbearer.ClientCredentialsJwtRetriever;
import org.apache.kafka.common.security.oauthbearer.ClientJwtValidator;
import org.apache.kafka.common.security.oauthbearer.JwtValidatorException;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;

/** SASL/OAUTHBEARER: the producer fetches a token, it and the broker check it. No broker is needed for that. */
class Tokens {

    private static final String SERVER =
            System.getenv().getOrDefault("SERDAB", "http://localhost:9000");

    private static final List<AppConfigurationEntry> LOGIN =
            List.of(
                    new AppConfigurationEntry(
                            OAuthBearerLoginModule.class.getName(),
                            LoginModuleControlFlag.REQUIRED,
                            Map.of()));

    public static void main(String[] arguments) throws Exception {
        System.setProperty(
                "org.apache.kafka.sasl.oauthbearer.allowed.urls",
                SERVER + "/oauth2/token," + SERVER + "/oauth2/jwks");

        String token;
        try (var retriever = new ClientCredentialsJwtRetriever()) {
            retriever.configure(
                    settings("sasl.oauthbearer.expected.audience", List.of("urn:kafka")),
                    OAuthBearerLoginModule.OAUTHBEARER_MECHANISM,
                    LOGIN);
            token = retriever.retrieve();
        }
        System.out.println("ok  the producer fetches a token");

        try (var validator = new ClientJwtValidator()) {
            validator.configure(
                    settings("sasl.oauthbearer.expected.audience", List.of("urn:kafka")),
                    OAuthBearerLoginModule.OAUTHBEARER_MECHANISM,
                    LOGIN);
            expect("producer", validator.validate(token).principalName());
        }
        System.out.println("ok  it finds the token good");

        expect("producer", onBroker(token, "urn:kafka"));
        System.out.println("ok  the broker finds it good, with the JWK Set");

        refused(token, "urn:another");
        refused(token.substring(0, token.length() - 8) + "AAAAAAAA", "urn:kafka");
        System.out.println("ok  the broker refuses one for another API, and one that was changed");
        System.exit(0); // A thread that refreshes the JWK Set would keep us here.
    }

    private static String onBroker(String token, String audience) throws Exception {
        try (var validator = new BrokerJwtValidator()) {
            validator.configure(
                    settings("sasl.oauthbearer.expected.audience", List.of(audience)),
                    OAuthBearerLoginModule.OAUTHBEARER_MECHANISM,
                    LOGIN);
            return validator.validate(token).principalName();
        }
    }

    private static void refused(String token, String audience) throws Exception {
        try {
            onBroker(token, audience);
        } catch (JwtValidatorException e) {
            return;
        }
        throw new AssertionError("the broker took it");
    }

    private static Map<String, Object> settings(String name, Object value) {
        var settings = new HashMap<String, Object>();
        settings.put("sasl.oauthbearer.token.endpoint.url", SERVER + "/oauth2/token");
        settings.put("sasl.oauthbearer.jwks.endpoint.url", SERVER + "/oauth2/jwks");
        settings.put("sasl.oauthbearer.expected.issuer", SERVER);
        settings.put("sasl.oauthbearer.client.credentials.client.id", "producer");
        settings.put(
                "sasl.oauthbearer.client.credentials.client.secret",
                new Password("the secret of the producer, which is long enough"));
        settings.put("sasl.oauthbearer.scope", "notes.write");
        settings.put("sasl.oauthbearer.header.urlencode", true);
        settings.put("sasl.login.retry.backoff.ms", 100L);
        settings.put("sasl.login.retry.backoff.max.ms", 10_000L);
        settings.put("sasl.oauthbearer.scope.claim.name", "scope");
        settings.put("sasl.oauthbearer.sub.claim.name", "sub");
        settings.put("sasl.oauthbearer.clock.skew.seconds", 30);
        settings.put("sasl.oauthbearer.jwks.endpoint.refresh.ms", 3_600_000L);
        settings.put("sasl.oauthbearer.jwks.endpoint.retry.backoff.ms", 100L);
        settings.put("sasl.oauthbearer.jwks.endpoint.retry.backoff.max.ms", 10_000L);
        settings.put(name, value);
        return settings;
    }

    private static void expect(String wanted, String found) {
        if (!wanted.equals(found)) {
            throw new AssertionError("expected " + wanted + ", but it is " + found);
        }
    }
}
