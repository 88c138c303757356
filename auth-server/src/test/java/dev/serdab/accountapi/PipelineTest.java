package dev.serdab.accountapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AccountApiTest;
import dev.serdab.testing.Http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

class PipelineTest extends AccountApiTest {

    @Test
    void everyAnswerHasTheHeadersOfDjangoAndIsNotKept() {
        var answer = app.get("/users/me/").expect(401);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Allow")).isEqualTo("GET, PUT, PATCH, DELETE, HEAD, OPTIONS");
        assertThat(answer.response().headers().allValues("Vary")).containsExactly("Accept");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void severalFeaturesShareAPathAndStrangersSeeNoUnmappedMethod() {
        assertThat(app.get("/users/").expect(401).header("Allow"))
                .isEqualTo("GET, POST, HEAD, OPTIONS");
        app.json("PUT", "/users/", "{}").expect(401);
        app.json("PUT", "/token/login/", "{}").expect(405);
    }

    @Test
    void aBodyOver64KilobytesIsNotRead() {
        app.json("POST", "/users/", "\"" + "a".repeat(65_536) + "\"").expect(413);
        app.json("POST", "/users/", "\"" + "a".repeat(65_534) + "\"").expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}}", "{\"email\":NaN}", "{'a':1}", "\uFEFF{}", "{\"a\":01}"})
    void brokenJsonIsTheSendersFault(String json) {
        assertThat(app.json("POST", "/users/", json).expect(400).text("detail"))
                .startsWith("JSON parse error - ");
    }

    @Test
    void brokenJsonIsNotRepeated() {
        assertThat(app.json("POST", "/jwt/create/", "{\"password\":secret}").expect(400).body())
                .doesNotContain("secret");
    }

    @Test
    void jsonThatIsNotUtf8IsTheSendersFault() throws Exception {
        var bytes = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'};

        assertThat(send("POST", "application/json", bytes))
                .isEqualTo("{\"detail\":\"JSON parse error - the body is not UTF-8\"}");
    }

    @Test
    void jsonMayBeNested64TimesAndNoMore() {
        assertThat(app.json("POST", "/users/", nested(64)).expect(400).text("detail")).isEmpty();
        assertThat(app.json("POST", "/users/", nested(65)).expect(400).text("detail"))
                .startsWith("JSON parse error - ");
        assertThat(app.json("POST", "/users/", "[".repeat(60_000)).expect(400).text("detail"))
                .startsWith("JSON parse error - ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void formsAreReadForEveryMethod(String method) {
        var ada = signedIn();
        var multipart =
                "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nZoë\r\n--b--\r\n";

        assertThat(
                        ada.send(
                                        method,
                                        "/users/me/",
                                        "application/x-www-form-urlencoded",
                                        "name=Ad%C3%A9+L&name=Ad%c3%a9+B%")
                                .expect(200)
                                .text("name"))
                .isEqualTo("Adé B%");
        assertThat(
                        ada.send(method, "/users/me/", "Multipart/Form-Data; boundary=b", multipart)
                                .expect(200)
                                .text("name"))
                .isEqualTo("Zoë");
    }

    @Test
    void aFileIsNotAText() {
        var file =
                "--b\r\nContent-Disposition: form-data; name=\"current_password\"; filename=\"x\""
                        + "\r\n\r\nsecret\r\n--b--\r\n";

        assertThat(
                        signedIn()
                                .send(
                                        "DELETE",
                                        "/users/me/",
                                        "multipart/form-data; boundary=b",
                                        file)
                                .expect(400)
                                .body())
                .isEqualTo("{\"current_password\":[\"Not a valid string.\"]}");
    }

    @Test
    void anEmptyOptionalFieldOfAFormIsAbsentAndAFileIsWrong() {
        var file =
                "--b\r\nContent-Disposition: form-data; name=\"email\"; filename=\"x\"\r\n\r\nx\r\n--b--";

        assertThat(app.post("/token/login/", Map.of("email", "", "password", "")).body())
                .contains("Unable to log in");
        assertThat(
                        app.send("POST", "/token/login/", "multipart/form-data; boundary=b", file)
                                .expect(400)
                                .body())
                .isEqualTo("{\"email\":[\"Not a valid string.\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "/users/me/, text/html, 200",
        "/users/me/, application/xml, 406",
        "/users/me.json, image/png, 200",
        "/users/me/?format=json, */*, 200",
        "/users/me/?format=xml, */*, 404",
        "/users/me.xml, */*, 404",
    })
    void answersAreJson(String path, String accept, int status) {
        var answer = signedIn().with("Accept", accept).get(path).expect(status);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void headAndOptionsAnswerForOneself() {
        var ada = signedIn();

        assertThat(ada.send("HEAD", "/users/me/", null, "").expect(200).body()).isEmpty();
        assertThat(ada.send("OPTIONS", "/users/me/", null, "").expect(200).text("name"))
                .isEqualTo("Users Me");
    }

    @Test
    void traceIsRefused() {
        assertThat(app.send("TRACE", "/users/me/", null, "").status()).isIn(400, 405, 501);
    }

    @Test
    void theRootListsForProgramsAndLeadsPeopleOn() {
        assertThat(app.get("/").expect(200).text("users")).isEqualTo(issuer + "/users/");
        assertThat(
                        app.with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                                .get("/")
                                .expect(303)
                                .location())
                .isEqualTo(URI.create(issuer + "/account"));
    }

    private Http signedIn() {
        return as(people.registered("ada@example.org"));
    }

    private String send(String method, String type, byte[] body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(issuer + "/users/"))
                            .header("Content-Type", type)
                            .method(method, BodyPublishers.ofByteArray(body))
                            .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String nested(int depth) {
        return "{\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }
}
