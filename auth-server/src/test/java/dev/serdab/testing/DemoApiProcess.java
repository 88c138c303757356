package dev.serdab.testing;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged demo API, on a port of its own, trusting one server. */
public final class DemoApiProcess implements AutoCloseable {

    private static final String TOKENS = "--spring.security.oauth2.resourceserver.jwt.";

    private final int port;
    private final Program program;

    private DemoApiProcess(int port, String... settings) {
        this.port = port;
        var arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=" + port);
        program = Jar.DEMO_API.start(RunningServer.freshDirectory(), Map.of(), arguments);
    }

    /** Starts it; the issuer need not run yet. */
    public static DemoApiProcess trusting(String issuer) {
        return new DemoApiProcess(RunningServer.freePort(), TOKENS + "issuer-uri=" + issuer);
    }

    /** Starts it at a certain address, which is also its name: whom its tokens must be for. */
    public static DemoApiProcess at(URI address, String issuer) {
        return new DemoApiProcess(
                address.getPort(),
                TOKENS + "issuer-uri=" + issuer,
                TOKENS + "audiences=" + address);
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
