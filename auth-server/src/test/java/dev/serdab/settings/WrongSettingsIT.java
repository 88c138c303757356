package dev.serdab.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.serdab.testing.RunningServer;
import dev.serdab.testing.ServerProcess;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/** A server that was told something wrong stops soon, with one sentence that names it. */
class WrongSettingsIT {

    private final Path directory = RunningServer.freshDirectory();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    serdab.issuer=http://id.example.com        | serdab.issuer is "http://id.example.com", which is not https
                    serdab.tokens.acess-token-lifetime=5m      | serdab.tokens.acess-token-lifetime is not a setting of this server: did you mean serdab.tokens.access-token-lifetime?
                    serdab.session.idle-lifetime=a while       | serdab.session.idle-lifetime is "a while": write a duration such as
                    serdab.master-key=c2VjcmV0                 | serdab.master-key is not 32 bytes in base64
                    """)
    void onTheCommandLine(String setting, String sentence) {
        refuses(Map.of(), sentence, setting).doesNotContain("c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:1/serdab?password=secret-of-theirs",
                "jdbc:postgresql://127.0.0.1:1/serdab"
            })
    void aDatabaseThatIsNotThereIsNamedWithoutItsPassword(String url) {
        try (var server =
                ServerProcess.starting(directory, Map.of(), "spring.datasource.url=" + url)) {
            assertThat(server.refusesToStart(Duration.ofSeconds(60)))
                    .contains("spring.datasource.url is " + url.split("[?]", 2)[0])
                    .contains("cannot be opened")
                    .doesNotContain("\tat ", "secret-of-theirs");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SERDAB_LIMITS_SIGNUP, often, serdab.limits.sign-up is \"often\": write",
        "SERDAB_TOKENS_IDTOKENLIFETME, 5m, serdab.tokens.idtokenlifetme is not a setting"
    })
    void inTheEnvironment(String name, String value, String sentence) {
        refuses(Map.of(name, value), sentence);
    }

    @ParameterizedTest
    @MethodSource("files")
    void inTheFile(String yaml, String sentence) throws IOException {
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(directory.resolve("config/application.yaml"), yaml);
        refuses(Map.of(), sentence);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                arguments(
                        """
                        serdab:
                          bootstrap:
                            clients:
                              - client-id: photos
                                client-secret: short
                                grant-types: [client_credentials]
                        """,
                        "serdab.bootstrap.clients[0].client-secret has fewer than 32 characters"),
                arguments(
                        """
                        serdab:
                          bootstrap:
                            clients:
                              - client-id: photos
                                redirect-uri: https://photos.example.com/
                        """,
                        "serdab.bootstrap.clients[0].redirect-uri is not a setting of this server: did you mean serdab.bootstrap.clients[0].redirect-uris?"),
                arguments(
                        """
                        serdab:
                          bootstrap:
                            accounts:
                              - name: Ada
                                password: plum tree 42 lantern
                        """,
                        "serdab.bootstrap.accounts[0].email is missing: User must have an email address"));
    }

    @Test
    void aMasterKeyThatIsNotTheOneTheDataWasSealedWith() {
        try (var server = ServerProcess.startedIn(directory)) {
            server.stop();
        }
        var other = Base64.getEncoder().encodeToString(new byte[32]);
        refuses(Map.of(), "serdab.master-key", "serdab.master-key=" + other).doesNotContain(other);
    }

    @Test
    void aDataDirectoryThatIsAFile() throws IOException {
        Files.createDirectories(directory);
        Files.createFile(directory.resolve("data"));
        refuses(
                Map.of(),
                "serdab.data-directory is " + directory.resolve("data") + ", which cannot be used");
    }

    private AbstractStringAssert<?> refuses(
            Map<String, String> environment, String sentence, String... settings) {
        try (var server = ServerProcess.starting(directory, environment, settings)) {
            return assertThat(server.refusesToStart())
                    .contains(sentence)
                    .doesNotContain("\tat ", "Serdab is ready");
        }
    }
}
