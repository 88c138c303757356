package dev.serdab.conformance;

import dev.serdab.testing.Answer;
import dev.serdab.testing.ClientKey;
import dev.serdab.testing.KeyApp;
import dev.serdab.testing.Registrar;
import dev.serdab.testing.WebSite;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * A plan whose modules each register a client of their own, which shows who it is with a key
 * ({@code private_key_jwt}).
 */
@TestPropertySource(
        properties = {
            "serdab.client-registration.mode=open",
            "serdab.client-registration.require-pkce=false",
            "serdab.limits.client-registration=1000/1h",
            // The suite's documents lie on this machine.
            "serdab.outbound.allowed-hosts=localhost"
        })
abstract class RegisteringPlanTest extends PlanTest {

    static final JsonMapper JSON = new JsonMapper();
    static final ClientKey KEY = ClientKey.rsa("suite-1", 2048);
    static final WebSite SITE = WebSite.started();

    Registrar registrar;

    @BeforeEach
    void begin() {
        registrar = new Registrar(issuer);
        SITE.startAnew();
    }

    /** What the suite registers when a module asks for nothing in particular. */
    static ObjectNode metadata() {
        var metadata = JSON.createObjectNode();
        metadata.put("client_name", "serdab suite");
        metadata.putArray("redirect_uris").add(CALLBACK);
        metadata.putArray("grant_types").add("authorization_code").add("refresh_token");
        metadata.putArray("response_types").add("code");
        metadata.put("token_endpoint_auth_method", "private_key_jwt");
        metadata.putArray("contacts").add("certification@oidf.org");
        metadata.put("scope", "openid profile email offline_access");
        metadata.set("jwks", JSON.readTree(ClientKey.jwks(KEY)));
        return metadata;
    }

    static ObjectNode with(String member, Object value) {
        return metadata().set(member, JSON.valueToTree(value));
    }

    static ObjectNode withRedirects(String... uris) {
        return with("redirect_uris", List.of(uris));
    }

    Answer registers(ObjectNode metadata) {
        return registrar.registers(metadata).expect(201);
    }

    KeyApp app(Answer registered) {
        return new KeyApp(
                issuer,
                registered.text("client_id"),
                registered.json().path("redirect_uris").path(0).asString(),
                KEY,
                clock);
    }
}
