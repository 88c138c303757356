package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Answer;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.MovableClock;
import dev.serdab.testing.ServerTest;
import dev.serdab.testing.SignedAssertion;
import dev.serdab.testing.WebSite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Services whose platform gave them a token: that is all they show (RFC 7523 §3). */
@Import(MovableClock.class)
@TestPropertySource(
        properties =
                """
                serdab.bootstrap.clients[0].client-id=thumbnailer
                serdab.bootstrap.clients[0].token-endpoint-auth-method=private_key_jwt
                serdab.bootstrap.clients[0].grant-types=client_credentials
                serdab.bootstrap.clients[0].scope=notes.read
                serdab.bootstrap.clients[0].jwks=${test.jwks}
                serdab.bootstrap.clients[0].assertion-issuer=https://cluster.example
                serdab.bootstrap.clients[0].assertion-subject=system:serviceaccount:photos:thumbnailer

                serdab.bootstrap.clients[1].client-id=photos
                serdab.bootstrap.clients[1].token-endpoint-auth-method=private_key_jwt
                serdab.bootstrap.clients[1].grant-types=client_credentials
                serdab.bootstrap.clients[1].scope=notes.read
                serdab.bootstrap.clients[1].jwks=${test.jwks}
                serdab.bootstrap.clients[1].assertion-issuer=https://cluster.example
                serdab.bootstrap.clients[1].assertion-subject=system:serviceaccount:photos:*

                serdab.bootstrap.clients[2].client-id=robot
                serdab.bootstrap.clients[2].token-endpoint-auth-method=private_key_jwt
                serdab.bootstrap.clients[2].grant-types=client_credentials
                serdab.bootstrap.clients[2].scope=notes.read
                serdab.bootstrap.clients[2].jwks=${test.jwks}

                serdab.bootstrap.clients[3].client-id=indexer
                serdab.bootstrap.clients[3].token-endpoint-auth-method=private_key_jwt
                serdab.bootstrap.clients[3].grant-types=client_credentials
                serdab.bootstrap.clients[3].scope=notes.read
                serdab.bootstrap.clients[3].jwks-uri=${test.jwks-uri}
                serdab.bootstrap.clients[3].assertion-issuer=https://cluster.example
                serdab.bootstrap.clients[3].assertion-subject=system:serviceaccount:photos:indexer

                # The cluster's keys lie on this machine.
                serdab.outbound.allowed-hosts=localhost
                """)
class WorkloadTokenTest extends ServerTest {

    private static final WebSite SITE = WebSite.started();

    private static final ClientKey CLUSTER = ClientKey.rsa("cluster", 2048);
    private static final ClientKey FOREIGN = ClientKey.rsa("cluster", 2048);

    @Autowired MovableClock clock;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry settings) {
        settings.add("test.jwks", () -> ClientKey.jwks(CLUSTER));
        settings.add("test.jwks-uri", () -> SITE.at("/openid/v1/jwks"));
    }

    @Test
    void itsTokenIsEnoughAsOftenAsItLives() {
        var token = token("system:serviceaccount:photos:thumbnailer").text();

        var first = shows("thumbnailer", token).expect(200);
        assertThat(first.text("scope")).isEqualTo("notes.read");
        clock.pass(Duration.ofMinutes(59));
        shows("thumbnailer", token).expect(200);
        clock.pass(Duration.ofMinutes(2));
        isRefused(shows("thumbnailer", token));
    }

    @Test
    void itIsKnownEverywhere() {
        var token = token("system:serviceaccount:photos:thumbnailer").text();
        var form = SignedAssertion.form(token);
        form.put("client_id", "thumbnailer");
        form.put("token", shows("thumbnailer", token).text("access_token"));

        var about = app.post("/oauth2/introspect", form).expect(200);
        assertThat(about.text("client_id")).isEqualTo("thumbnailer");
        app.post("/oauth2/revoke", form).expect(200);
        assertThat(app.post("/oauth2/introspect", form).json().path("active").asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system:serviceaccount:photos:thumbnailer2",
                "system:serviceaccount:photos",
                "system:serviceaccount:mail:thumbnailer",
                "thumbnailer",
                ""
            })
    void anotherWorkloadIsNotThisClient(String subject) {
        isRefused(shows("thumbnailer", token(subject).text()));
    }

    @Test
    void aClientMayBeEveryWorkloadOfANamespace() {
        shows("photos", token("system:serviceaccount:photos:a").text()).expect(200);
        shows("photos", token("system:serviceaccount:photos:b").text()).expect(200);
        isRefused(shows("photos", token("system:serviceaccount:photos:").text()));
        isRefused(shows("photos", token("system:serviceaccount:photos2:a").text()));
    }

    @Test
    void itMustBeThePlatformsAndMeantForThisServerAlone() {
        var good = token("system:serviceaccount:photos:thumbnailer");

        shows("thumbnailer", good.with("aud", issuer).text()).expect(200);
        isRefused(shows("thumbnailer", good.signedBy(FOREIGN).text()));
        isRefused(shows("thumbnailer", good.with("iss", "https://other.example").text()));
        isRefused(shows("thumbnailer", good.with("aud", List.of()).text()));
        isRefused(shows("thumbnailer", good.with("aud", "https://kubernetes.default").text()));
        isRefused(shows("thumbnailer", good.with("aud", List.of(issuer, "https://x")).text()));
        isRefused(shows("thumbnailer", good.withHeader("typ", "at+jwt").text()));
        isRefused(shows("thumbnailer", "not a token"));
    }

    @Test
    void itMustEndWithinADay() {
        var good = token("system:serviceaccount:photos:thumbnailer");
        long now = clock.instant().getEpochSecond();

        shows("thumbnailer", good.with("exp", now + 86_000).text()).expect(200);
        isRefused(shows("thumbnailer", good.with("exp", now + 90_000).text()));
        isRefused(shows("thumbnailer", good.with("exp", null).text()));
        isRefused(shows("thumbnailer", good.with("iat", null).text()));
        isRefused(shows("thumbnailer", good.with("iat", now + 600).text()));
        isRefused(shows("thumbnailer", good.with("nbf", now + 600).text()));
    }

    @Test
    void thePlatformShowsItsKeysAtAnAddressAndMayChangeThem() {
        SITE.startAnew();
        SITE.shows("/openid/v1/jwks", ClientKey.jwks(CLUSTER));
        var token = token("system:serviceaccount:photos:indexer");
        shows("indexer", token.text()).expect(200);
        shows("indexer", token.text()).expect(200);
        assertThat(SITE.visits("/openid/v1/jwks")).isEqualTo(1);

        var next = ClientKey.rsa("cluster-2", 2048);
        var renewed = token.signedBy(next).withHeader("kid", next.kid());
        isRefused(shows("indexer", renewed.text()));
        SITE.shows("/openid/v1/jwks", ClientKey.jwks(next));
        clock.pass(Duration.ofSeconds(31));

        shows("indexer", renewed.text()).expect(200);
        isRefused(shows("indexer", token.text()));
    }

    @Test
    void aPlatformSpeaksOnlyForClientsThatSaySo() {
        var workloads = token("system:serviceaccount:photos:thumbnailer");
        isRefused(shows("robot", workloads.text()));
        isRefused(asks(SignedAssertion.form(workloads.text())));

        var own = SignedAssertion.of("thumbnailer", issuer, clock.instant(), "RS256", CLUSTER);
        isRefused(shows("thumbnailer", own.text()));
        isRefused(asks(own.form()));
        asks(SignedAssertion.of("robot", issuer, clock.instant(), "RS256", CLUSTER).form())
                .expect(200);
    }

    /** As Kubernetes projects it into a pod. */
    private SignedAssertion token(String subject) {
        return SignedAssertion.of("", issuer, clock.instant(), "RS256", CLUSTER)
                .with("iss", "https://cluster.example")
                .with("sub", subject)
                .with("aud", List.of(issuer))
                .with("exp", clock.instant().getEpochSecond() + 3600)
                .with("nbf", clock.instant().getEpochSecond())
                .with("jti", null)
                .with("kubernetes.io", Map.of("namespace", "photos"));
    }

    private Answer shows(String clientId, String token) {
        var form = SignedAssertion.form(token);
        form.put("client_id", clientId);
        return asks(form);
    }

    private Answer asks(Map<String, String> form) {
        form.put("grant_type", "client_credentials");
        return app.post("/oauth2/token", form);
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.expect(401).text("error")).isEqualTo("invalid_client");
    }
}
