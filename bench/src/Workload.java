import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What one simulated client does again and again.
 *
 * @param name as on the command line
 * @param target whom it asks
 * @param stock tokens that were issued before the clock starts, for those workloads that use them
 *     up
 */
record Workload(String name, Target target, Queue<String> stock) {

    static final String ALL =
            "client_credentials,stateless,introspect,userinfo,jwks,discovery,refresh,code,login,revoke";

    /** Once. */
    interface Operation {

        /**
         * Does it.
         *
         * @return whether there is more to do
         */
        boolean run() throws IOException;
    }

    static Workload of(String name, Target target) {
        return new Workload(name, target, new ConcurrentLinkedQueue<>());
    }

    /** Whether it ends when its stock does, and not with the time. */
    boolean usesUpStock() {
        return name.equals("revoke");
    }

    /** Puts an access token into the stock. */
    void addToStock(Connection connection) throws IOException {
        var endpoint = target.endpoint("token_endpoint");
        stock.add(Tokens.ofClient(connection, endpoint, Target.CLIENT, Map.of()));
    }

    /** Makes one client ready; what it does here is not measured. */
    Operation prepare(Connection connection) throws IOException {
        return switch (name) {
            case "client_credentials" -> machine(connection, Target.CLIENT);
            case "stateless" -> machine(connection, Target.STATELESS_CLIENT);
            case "introspect" -> introspect(connection);
            case "userinfo" -> userInfo(connection);
            case "jwks" -> get(connection, target.endpoint("jwks_uri"));
            case "discovery" -> get(connection, target.discovery());
            case "refresh" -> refresh(connection);
            case "code" -> code(connection);
            case "login" -> login(connection);
            case "revoke" -> revoke(connection);
            default -> {
                if (!name.startsWith("get:")) {
                    throw new IllegalArgumentException("There is no workload " + name);
                }
                yield get(connection, target.discovery().resolve(name.substring(4)));
            }
        };
    }

    private Operation machine(Connection connection, String client) throws IOException {
        var endpoint = target.endpoint("token_endpoint");
        return () -> {
            Tokens.ofClient(connection, endpoint, client, target.clientParameters());
            return true;
        };
    }

    private Operation introspect(Connection connection) throws IOException {
        var endpoint = target.endpoint("introspection_endpoint");
        var form = "token=" + Tokens.ofPerson(connection, target, Tokens.ACCESS);
        return () -> {
            var answer = connection.post(endpoint, form, null, target.authorization());
            if (!answer.expectSuccess("introspection").body().contains("\"active\":true")) {
                throw new Answer.Unexpected("a live token is said to be dead");
            }
            return true;
        };
    }

    private Operation userInfo(Connection connection) throws IOException {
        var endpoint = target.endpoint("userinfo_endpoint");
        var bearer = "Bearer " + Tokens.ofPerson(connection, target, Tokens.ACCESS);
        return () -> {
            connection.get(endpoint, null, bearer).expectSuccess("userinfo");
            return true;
        };
    }

    private static Operation get(Connection connection, URI url) {
        return () -> {
            connection.get(url, null, null).expectSuccess(url.getPath());
            return true;
        };
    }

    /** Each request spends the refresh token that the one before brought. */
    private Operation refresh(Connection connection) throws IOException {
        var endpoint = target.endpoint("token_endpoint");
        var token = new String[] {Tokens.ofPerson(connection, target, Tokens.REFRESH)};
        return () -> {
            var form = "grant_type=refresh_token&refresh_token=" + token[0];
            var answer = connection.post(endpoint, form, null, target.authorization());
            token[0] = Tokens.find(Tokens.REFRESH, answer.expectSuccess("refreshing").body());
            return true;
        };
    }

    /** Somebody who is signed in comes from an app. */
    private Operation code(Connection connection) throws IOException {
        var flow = new AuthorizationFlow(target, connection);
        var cookies = new Cookies();
        flow.walk(cookies);
        return () -> {
            flow.walk(cookies);
            return true;
        };
    }

    /** Each time another browser. */
    private Operation login(Connection connection) throws IOException {
        var flow = new AuthorizationFlow(target, connection);
        return () -> {
            flow.walk(new Cookies());
            return true;
        };
    }

    private Operation revoke(Connection connection) throws IOException {
        var endpoint = target.endpoint("revocation_endpoint");
        return () -> {
            var token = stock.poll();
            if (token != null) {
                connection
                        .post(endpoint, "token=" + token, null, target.authorization())
                        .expectSuccess("revocation");
            }
            return token != null;
        };
    }
}
