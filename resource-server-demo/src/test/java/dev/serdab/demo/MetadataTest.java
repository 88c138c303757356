package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.demo.testing.Demo;

import org.junit.jupiter.api.Test;

class MetadataTest extends DemoTest {

    private static final String PATH = "/.well-known/oauth-protected-resource";

    @Test
    void theApiDescribesItself() {
        var metadata = demo.get(PATH).expect(200).json();

        assertThat(metadata.toString())
                .isEqualTo(
                        """
                        {"resource":"http://localhost:8090",\
                        "authorization_servers":["%s"],\
                        "scopes_supported":["notes.read","notes.write"],\
                        "bearer_methods_supported":["header"],\
                        "resource_name":"Serdab demo API"}\
                        """
                                .formatted(issuer.address()));
    }

    @Test
    void itDoesNotBelieveWhatARequestCallsIt() {
        var metadata =
                demo.get(PATH)
                        .header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .expect(200)
                        .json();

        assertThat(metadata.get("resource").asString()).isEqualTo("http://localhost:8090");
    }

    @Test
    void anybodyMayReadIt() {
        demo.call("HEAD", PATH).expect(200);
        demo.get(PATH).bearer("rubbish").expect(200);
        demo.get(PATH).header("Accept", "application/json").expect(200);
        demo.call("POST", PATH).answer().expectProblem(405);
    }

    @Test
    void nothingElseIsDescribed() {
        demo.get(PATH + "/whoami").answer().expectProblem(404);
        demo.get(PATH + "/").answer().expectProblem(404);
        demo.get("/.well-known/openid-configuration").answer().expectProblem(404);
    }

    @Test
    void anApiBelowAPathIsDescribedWhereTheStandardLooksForIt() {
        try (var below = Demo.trusting(issuer, AUDIENCES + "https://api.example.org/demo")) {
            var metadata = below.get(PATH + "/demo").expect(200).json();
            assertThat(metadata.get("resource").asString())
                    .isEqualTo("https://api.example.org/demo");
            below.get(PATH).answer().expectProblem(404);

            assertThat(below.get("/whoami").expect(401).header("WWW-Authenticate"))
                    .contains("\"https://api.example.org" + PATH + "/demo\"");
        }
    }

    @Test
    void theFirstOfSeveralAudiencesIsTheNameAndAllCount() {
        try (var both = Demo.trusting(issuer, AUDIENCES + "https://api.example.org,old-name")) {
            assertThat(both.get(PATH).expect(200).json().get("resource").asString())
                    .isEqualTo("https://api.example.org");
            both.get("/whoami").bearer(issuer.token().with("aud", "old-name")).expect(200);
            both.get("/whoami").bearer(issuer.token()).answer().expectInvalidToken("aud");
        }
    }

    private static final String AUDIENCES = "spring.security.oauth2.resourceserver.jwt.audiences=";
}
