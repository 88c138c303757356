import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A running server with a client and a person that the benchmark knows.
 *
 * @param name in the table
 * @param discovery its discovery document
 * @param clientParameters what client_credentials takes beside the grant type
 * @param login the names of the two fields of its sign-in form
 * @param processes whose CPU time counts as the server's
 * @param databaseProcesses whose CPU time counts as the database's
 */
record Target(
        String name,
        URI discovery,
        Map<String, String> clientParameters,
        Login login,
        List<Long> processes,
        List<Long> databaseProcesses) {

    static final String CLIENT = "bench";
    static final String STATELESS_CLIENT = "bench-stateless";
    static final String SECRET = "a-secret-of-the-benchmark-that-is-long-enough";

    /** Nothing needs to listen there. */
    static final String REDIRECT = "http://127.0.0.1:9/callback";

    static final String PERSON = "bench@example.com";
    static final String PASSWORD = "plum tree 42 lantern";
    static final String SCOPE = "openid offline_access";

    /** Names of form fields. */
    record Login(String user, String password) {}

    String authorization() {
        return basic(CLIENT);
    }

    static String basic(String client) {
        var pair = client + ":" + SECRET;
        return "Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    /** The server's own address for something, as its discovery document says it. */
    URI endpoint(String name) throws IOException {
        try (var connection = new Connection()) {
            var document = connection.get(discovery, null, null).expectSuccess("discovery").body();
            var member = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(document);
            if (!member.find()) {
                throw new Answer.Unexpected("discovery names no " + name);
            }
            return URI.create(member.group(1).replace("\\/", "/"));
        }
    }
}
