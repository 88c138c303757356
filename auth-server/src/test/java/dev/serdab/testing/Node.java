package dev.serdab.testing;

import dev.serdab.AuthServer;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server in this JVM that a test starts by itself: one that is started again with other settings,
 * or one of several that share a database.
 */
public final class Node implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String address;

    private Node(ConfigurableApplicationContext context, String address) {
        this.context = context;
        this.address = address;
    }

    /**
     * Starts it with these settings ({@code name=value}). Its issuer is its address, unless set.
     */
    public static Node startedIn(Path directory, String... settings) {
        int port = RunningServer.freePort();
        var address = "http://localhost:" + port;
        var own =
                Stream.of(
                        "server.port=" + port,
                        "management.server.port=0",
                        "serdab.data-directory=" + directory);
        var issuer =
                List.of(settings).stream().anyMatch(setting -> setting.startsWith("serdab.issuer="))
                        ? Stream.<String>empty()
                        : Stream.of("serdab.issuer=" + address);
        var arguments =
                Stream.of(own, issuer, Stream.of(settings))
                        .flatMap(all -> all)
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new);
        return new Node(SpringApplication.run(AuthServer.class, arguments), address);
    }

    /** An app that talks to this node. */
    public Http http() {
        return new Http(address);
    }

    /** What it was told, and the ports it took. */
    public Environment environment() {
        return context.getEnvironment();
    }

    /** A part of it, for what no interface shows. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
