package dev.serdab.clientregistration;

import static dev.serdab.testing.Registrar.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Operator;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.Registrar;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/** An operator lets somebody register apps, so many and so long (RFC 7591 §1.2). */
@TestPropertySource(properties = "serdab.client-registration.mode=token")
class InitialAccessTokenTest extends ProtocolTest {

    private static final String PATH = "/actuator/initialaccesstokens";

    @Autowired Environment environment;

    private Operator operator;
    private Registrar registrar;

    @BeforeEach
    void start() {
        operator = Operator.of(environment);
        registrar = new Registrar(issuer);
    }

    @Test
    void withoutOneNobodyRegistersAnApp() {
        var refused = registrar.registers(metadata("client_name", "Photos")).expect(401);
        assertThat(refused.text("error")).isEqualTo("invalid_token");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        registrar.with("nonsense").sends("{}").expect(401);
    }

    @Test
    void itIsGoodForOneAppADayLongUnlessTheOperatorSaysOtherwise() {
        var once = registrar.with(token("{}"));
        once.registers(metadata("scope", "admin")).expect(400);
        once.registers(metadata("client_name", "Photos")).expect(201);
        once.registers(metadata("client_name", "Photos")).expect(401);

        var late = registrar.with(token("{}"));
        clock.pass(Duration.ofDays(1).plusSeconds(1));
        late.registers(metadata("client_name", "Photos")).expect(401);

        var often = registrar.with(token("{\"uses\": 2, \"lifetime\": \"7d\"}"));
        clock.pass(Duration.ofDays(6));
        often.registers(metadata("client_name", "One")).expect(201);
        often.registers(metadata("client_name", "Two")).expect(201);
        often.registers(metadata("client_name", "Three")).expect(401);
    }

    @Test
    void ofTwoAppsThatComeAtOnceOneGetsItsLastUse() throws Exception {
        var once = registrar.with(token("{}"));

        var answers = AtOnce.call(2, () -> once.registers(metadata("client_name", "One")).status());

        assertThat(answers).containsExactlyInAnyOrder(201, 401);
    }

    @Test
    void theOperatorSeesAndEndsThem() {
        var token = token("{\"note\": \"for the photo team\", \"uses\": 3}");
        registrar.with(token).registers(metadata("client_name", "Photos")).expect(201);

        var line = listed().getFirst();
        assertThat(line.path("note").asString()).isEqualTo("for the photo team");
        assertThat(line.path("uses_left").asInt()).isEqualTo(2);
        assertThat(operator.http().get(PATH).body()).doesNotContain(token);
        assertThat(database.dump()).doesNotContain(token);

        operator.http().send("DELETE", PATH + "/" + line.path("id").asInt(), null, "").expect(204);
        assertThat(listed()).isEmpty();
        registrar.with(token).registers(metadata("client_name", "Photos")).expect(401);
        operator.http().send("DELETE", PATH + "/0", null, "").expect(404);
    }

    @Test
    void onlyTheOperatorMakesThem() {
        operator.stranger().json("POST", PATH, "{}").expect(401);
        operator.stranger().get(PATH).expect(401);
        for (var wrong :
                List.of("{\"uses\": 0}", "{\"lifetime\": \"soon\"}", "{\"lifetime\": \"-1d\"}")) {
            operator.http().json("POST", PATH, wrong).expect(400);
        }
    }

    @Test
    void discoveryTellsWhereToRegister() {
        assertThat(app.get("/.well-known/openid-configuration").text("registration_endpoint"))
                .isEqualTo(issuer + "/oauth2/register");
    }

    private String token(String body) {
        return operator.http().json("POST", PATH, body).expect(200).text("token");
    }

    private List<JsonNode> listed() {
        return operator.http().get(PATH).expect(200).json().path("tokens").valueStream().toList();
    }
}
