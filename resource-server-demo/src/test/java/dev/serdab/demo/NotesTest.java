package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.demo.testing.Answer;
import dev.serdab.demo.testing.Token;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

class NotesTest extends DemoTest {

    @Test
    void aNoteIsThereForWhoWroteItAndNobodyElse() {
        var ada = someone();
        var note = write(ada, "Buy bread").expect(201).json();
        assertThat(note.get("text").asString()).isEqualTo("Buy bread");
        assertThat(note.get("id").asString()).isNotEmpty();
        assertThat(note.get("created_at").asString()).isNotEmpty();

        assertThat(demo.get("/notes").bearer(ada).expect(200).json().get(0)).isEqualTo(note);
        assertThat(demo.get("/notes").bearer(someone()).expect(200).json()).isEmpty();
    }

    @Test
    void anAppNamedLikeAPersonSeesNoneOfTheirNotes() {
        var ada = someone();
        write(ada, "Mine").expect(201);
        var subject = ada.claims().getSubject();

        var app = issuer.token().of(subject).with("client_id", subject).scope("notes.read");

        assertThat(demo.get("/notes").bearer(app).expect(200).json()).isEmpty();
    }

    @Test
    void readingNeedsItsScope() {
        var answer = demo.get("/notes").bearer(someone().scope("notes.write openid")).answer();

        expectInsufficient(answer, "notes.read");
    }

    @Test
    void writingNeedsItsScope() {
        var answer = write(someone().scope("notes.read"), "Hello");

        expectInsufficient(answer, "notes.write");
    }

    @Test
    void aScopeThatOnlyBeginsAlikeIsAnotherScope() {
        expectInsufficient(
                demo.get("/notes").bearer(someone().scope("notes.read.all NOTES.READ")).answer(),
                "notes.read");
    }

    @Test
    void askingForTheHeadersAloneNeedsTheScopeToo() {
        demo.call("HEAD", "/notes").expect(401);
        demo.call("HEAD", "/notes").bearer(someone().scope("notes.write")).expect(403);
        demo.call("HEAD", "/notes").bearer(someone()).expect(200);
    }

    @Test
    void theOldestNoteMakesRoomForTheHundredAndFirst() {
        var ada = someone();
        for (var i = 1; i <= 101; i++) {
            write(ada, "Note " + i).expect(201);
        }

        var notes = demo.get("/notes").bearer(ada).expect(200).json();

        assertThat(notes).hasSize(100);
        assertThat(notes.get(0).get("text").asString()).isEqualTo("Note 2");
        assertThat(notes.get(99).get("text").asString()).isEqualTo("Note 101");
    }

    @Test
    void theCallerWhoWasQuietLongestMakesRoomForANewOne() {
        var quiet = someone();
        var busy = someone();
        write(quiet, "Where did I go?").expect(201);
        write(busy, "Still here").expect(201);
        for (var i = 0; i < 199; i++) {
            write(someone(), "One of many").expect(201);
            demo.get("/notes").bearer(busy).expect(200);
        }

        assertThat(demo.get("/notes").bearer(quiet).expect(200).json()).isEmpty();
        assertThat(demo.get("/notes").bearer(busy).expect(200).json()).hasSize(1);
    }

    @Test
    void aTextMayHaveAThousandCharactersWhateverTheirSize() {
        write(someone(), "🗿".repeat(1000)).expect(201);
        write(someone(), "\\ud83d\\uddff".repeat(1000)).expect(201);

        var answer = write(someone(), "x".repeat(1001)).expectProblem(400);

        assertThat(answer.json().get("detail").asString()).contains("1000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\": null}",
                "{\"text\": \"\"}",
                "{\"text\": \" \\n\\t \"}",
                "{\"text\": 5}",
                "{\"text\": 5.5}",
                "{\"text\": true}",
                "{\"text\": [\"a\"]}",
                "{\"text\": {\"a\": 1}}",
                "{\"text\": \"\\ud800\"}",
                "[]",
                "null",
                "\"text\"",
                "{\"text\": \"a\"",
                "{\"text\": \"a\"} and more",
                "text=a",
                "\u0000",
                "",
            })
    void aBodyThatIsNoNoteIsRefusedWithAReason(String body) {
        var answer = demo.post("/notes", body).bearer(someone()).answer().expectProblem(400);

        assertThat(answer.json().get("detail").asString()).isNotBlank();
    }

    @Test
    void whateverCharactersANoteHasItCanBeReadBack() {
        var ada = someone();
        write(ada, "\\u0000 \\u2028 \\\" <script> \\ufffe").expect(201);

        var note = demo.get("/notes").bearer(ada).expect(200).json().get(0);

        assertThat(note.get("text").asString()).isEqualTo("\u0000 \u2028 \" <script> \ufffe");
    }

    @Test
    void onlyJsonIsTaken() {
        for (var type :
                new String[] {"text/plain", "application/x-www-form-urlencoded", "nonsense"}) {
            demo.call("POST", "/notes")
                    .bearer(someone())
                    .header("Content-Type", type)
                    .body("{\"text\": \"a\"}")
                    .answer()
                    .expectProblem(415);
        }
        demo.call("POST", "/notes").bearer(someone()).body("{}").answer().expectProblem(415);
    }

    @Test
    void aBodyBeyondAllNotesIsTooLarge() {
        var huge = "{\"text\": \"%s\"}".formatted("x".repeat(1_000_000));
        var manyFields = "{\"a\": 1, %s \"text\": \"a\"}".formatted("\"b\": 2, ".repeat(10_000));
        var deep = "{\"a\": " + "[".repeat(10_000);

        demo.post("/notes", huge).bearer(someone()).answer().expectProblem(413);
        demo.post("/notes", "").streaming(huge).bearer(someone()).answer().expectProblem(413);
        demo.post("/notes", manyFields).bearer(someone()).answer().expectProblem(413);
        demo.post("/notes", deep).bearer(someone()).answer().expectProblem(413);
    }

    private static Token someone() {
        return issuer.token().of(UUID.randomUUID().toString()).scope("notes.read notes.write");
    }

    private static Answer write(Token by, String text) {
        return demo.post("/notes", "{\"text\": \"%s\"}".formatted(text)).bearer(by).answer();
    }

    private static void expectInsufficient(Answer answer, String scope) {
        answer.expectProblem(403);
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("Bearer error=\"insufficient_scope\"")
                .contains("scope=\"" + scope + "\"")
                .contains("resource_metadata=\"");
        assertThat(answer.json().get("error").asString()).isEqualTo("insufficient_scope");
        assertThat(answer.json().get("detail").asString()).contains(scope);
    }
}
