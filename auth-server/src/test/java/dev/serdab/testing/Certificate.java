package dev.serdab.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A certificate that its holder signed itself, and its key.
 *
 * @param file both, as PKCS #12; also a trust store, with what it holds as the only authority
 */
public record Certificate(Path file) {

    public static final String PASSWORD = "certificate";

    /** Makes one for a host. */
    public static Certificate of(String host) {
        var directory = RunningServer.freshDirectory();
        var file = directory.resolve("certificate.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var options =
                ("-genkeypair -keyalg EC -storepass %s -dname CN=%s -ext san=dns:%s"
                                + " -keystore certificate.p12")
                        .formatted(PASSWORD, host, host);
        var command = List.of((keytool + " " + options).split(" "));
        var run = Program.start(directory, Map.of(), command);
        assertThat(run.awaitExit(Duration.ofSeconds(30))).as(run.output()).isZero();
        return new Certificate(file);
    }

    /** The environment of a Java program that is to trust it. */
    public Map<String, String> trusted() {
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                        .formatted(file, PASSWORD));
    }
}
