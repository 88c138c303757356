package dev.serdab.testing;

import java.util.Map;

/**
 * A server in development mode and a demo API that trusts it, both from their jars: started when
 * the first test asks, ended with the tests. Nobody stops or kills them.
 */
public record DemoSystem(ServerProcess server, DemoApiProcess api) {

    private static final class Holder {
        static final DemoSystem RUNNING = start();
    }

    /** The one that is running. */
    public static DemoSystem running() {
        return Holder.RUNNING;
    }

    private static DemoSystem start() {
        var server = ServerProcess.starting(RunningServer.freshDirectory(), Map.of());
        var api = DemoApiProcess.trusting(server.issuer());
        return new DemoSystem(server.awaitReady(), api.awaitReady());
    }
}
