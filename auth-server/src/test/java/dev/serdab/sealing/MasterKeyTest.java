package dev.serdab.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serdab.settings.WrongSetting;
import dev.serdab.testing.Http;
import dev.serdab.testing.Node;
import dev.serdab.testing.People;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The key that seals everything else can be changed, and nothing is lost by it. */
class MasterKeyTest {

    private static final String MASTER = "serdab.master-key=";
    private static final String FURTHER = "serdab.further-master-keys=";
    private static final String NEW = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static final Pattern MAIL_LINK = Pattern.compile("href=\"(/dev/mail/[0-9a-f-]{36})\"");

    private static final Map<String, String> ADA =
            Map.of("email", "ada@example.org", "name", "Ada", "password", People.PASSWORD);

    @Test
    void afterAChangeTheOldOneOpensUntilAllIsSealedAnew() throws IOException {
        var directory = RunningServer.freshDirectory();
        var storage = storage();
        String keys;
        try (var server = start(directory, storage)) {
            keys = jwks(server);
            server.http().post("/users/", ADA).expect(201);
            assertThat(mail(server)).contains("is ready. You can sign in");
        }
        var old = Files.readString(directory.resolve("master.key")).strip();
        refuses(directory, storage, MASTER + NEW);

        try (var server = start(directory, storage, MASTER + NEW, FURTHER + old)) {
            assertThat(jwks(server)).isEqualTo(keys);
            assertThat(mail(server)).contains("is ready. You can sign in");
            server.bean(Resealing.class).run();
        }

        try (var server = start(directory, storage, MASTER + NEW)) {
            assertThat(jwks(server)).isEqualTo(keys);
            assertThat(mail(server)).contains("is ready. You can sign in");
            server.http().post("/jwt/create/", ADA).expect(200);
        }
        refuses(directory, storage);
        try (var nodeThatHasNotChangedYet = start(directory, storage, FURTHER + NEW)) {
            assertThat(jwks(nodeThatHasNotChangedYet)).isEqualTo(keys);
        }
    }

    private static void refuses(Path directory, List<String> storage, String... settings) {
        assertThatThrownBy(() -> start(directory, storage, settings))
                .rootCause()
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("serdab.master-key");
    }

    /** Where the database is; nothing for the H2 file. */
    List<String> storage() {
        return List.of();
    }

    private static Node start(Path directory, List<String> storage, String... settings) {
        var all = new ArrayList<>(storage);
        all.add("serdab.account-api.send-confirmation-email=true");
        all.addAll(List.of(settings));
        return Node.startedIn(directory, all.toArray(String[]::new));
    }

    private static String jwks(Node server) {
        return server.http().get("/oauth2/jwks").expect(200).body();
    }

    /** What the one mail in the development mailbox says. */
    private static String mail(Node server) {
        Http browser = server.http().with("Accept", "text/html");
        var list = MAIL_LINK.matcher(browser.get("/dev/mail").expect(200).body());
        assertThat(list.find()).isTrue();
        return browser.get(list.group(1)).expect(200).body();
    }
}
