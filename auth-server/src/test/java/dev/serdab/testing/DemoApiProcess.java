package dev.serdab.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The packaged demo API, on a port of its own, trusting one server. */
public final class DemoApiProcess implements AutoCloseable {

    private final int port = RunningServer.freePort();
    private final Program program;

    private DemoApiProcess(String issuer) {
        program =
                Jar.DEMO_API.start(
                        RunningServer.freshDirectory(),
                        Map.of(),
                        List.of(
                                "--server.port=" + port,
                                "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                        + issuer));
    }

    /** Starts it; the issuer need not run yet. */
    public static DemoApiProcess trusting(String issuer) {
        return new DemoApiProcess(issuer);
    }

    /** Waits until it takes requests. */
    public DemoApiProcess awaitReady() {
        program.awaitOutput("Started DemoApi", Duration.ofSeconds(60));
        return this;
    }

    /** Where it is. */
    public String address() {
        return "http://localhost:" + port;
    }

    /** An app that calls it. */
    public Http http() {
        return new Http(address());
    }

    @Override
    public void close() {
        program.kill();
    }
}
