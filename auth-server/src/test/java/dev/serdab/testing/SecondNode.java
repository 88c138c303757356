package dev.serdab.testing;

import dev.serdab.AuthServer;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

import java.time.Clock;

/** A second server of the same name on the same database, with the same clock. */
public final class SecondNode implements AutoCloseable {

    private final String address;
    private final ConfigurableApplicationContext context;

    private SecondNode(String address, ConfigurableApplicationContext context) {
        this.address = address;
        this.context = context;
    }

    /** Starts it beside a server in this JVM. */
    public static SecondNode beside(Environment first, Clock clock) {
        int port = RunningServer.freePort();
        var context =
                new SpringApplicationBuilder(AuthServer.class)
                        .initializers((GenericApplicationContext beans) ->
                                beans.registerBean(
                                        "clockOfBoth",
                                        Clock.class,
                                        () -> clock,
                                        definition -> definition.setPrimary(true)))
                        .run(
                                "--server.port=" + port,
                                "--management.server.port=0",
                                same("serdab.issuer", first),
                                same("serdab.data-directory", first),
                                same("spring.datasource.url", first),
                                same("spring.datasource.username", first),
                                same("spring.datasource.password", first));
        return new SecondNode("http://localhost:" + port, context);
    }

    /** Where it listens. */
    public String address() {
        return address;
    }

    /** One of its parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static String same(String name, Environment first) {
        return "--%s=%s".formatted(name, first.getRequiredProperty(name));
    }
}
