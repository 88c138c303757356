import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gets tokens, and finds them in answers. */
final class Tokens {

    static final Pattern ACCESS = member("access_token");
    static final Pattern REFRESH = member("refresh_token");

    private Tokens() {}

    /** An access token of a client that speaks for itself. */
    static String ofClient(
            Connection connection, URI endpoint, String client, Map<String, String> parameters)
            throws IOException {
        var form = new TreeMap<>(parameters);
        form.put("grant_type", "client_credentials");
        var answer = connection.post(endpoint, Form.encode(form), null, Target.basic(client));
        return find(ACCESS, answer.expectSuccess("the token endpoint").body());
    }

    /** A token for somebody who has just signed in. */
    static String ofPerson(Connection connection, Target target, Pattern kind) throws IOException {
        return find(kind, new AuthorizationFlow(target, connection).walk(new Cookies()));
    }

    static String find(Pattern member, String json) throws IOException {
        var found = member.matcher(json);
        if (!found.find()) {
            throw new Answer.Unexpected("no " + member + " in an answer");
        }
        return found.group(1);
    }

    private static Pattern member(String name) {
        return Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"");
    }
}
