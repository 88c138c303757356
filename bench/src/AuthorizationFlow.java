import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The authorization code flow with PKCE, as a browser and an app walk it: redirects are followed,
 * the sign-in form is filled in, and any page after it is agreed to.
 */
final class AuthorizationFlow {

    private static final int MOST_STEPS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]+)");

    private final Target target;
    private final Connection connection;
    private final URI authorize;
    private final URI token;

    AuthorizationFlow(Target target, Connection connection) throws IOException {
        this.target = target;
        this.connection = connection;
        this.authorize = target.endpoint("authorization_endpoint");
        this.token = target.endpoint("token_endpoint");
    }

    /** Walks it in a browser with these cookies; returns the token response. */
    String walk(Cookies cookies) throws IOException {
        var verifier = random();
        var backAtApp = visit(request(verifier), cookies);
        var code = CODE.matcher(backAtApp.toString());
        if (!code.find()) {
            throw new Answer.Unexpected("no code in " + backAtApp);
        }
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", Target.REDIRECT);
        form.put("code_verifier", verifier);
        // The code is encoded already.
        return connection
                .post(
                        token,
                        Form.encode(form) + "&code=" + code.group(1),
                        null,
                        target.authorization())
                .expectSuccess("the token endpoint")
                .body();
    }

    private URI request(String verifier) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", Target.CLIENT);
        query.put("redirect_uri", Target.REDIRECT);
        query.put("scope", Target.SCOPE);
        query.put("state", random());
        query.put("nonce", random());
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        return URI.create(authorize + "?" + Form.encode(query));
    }

    /** Where the browser is when it is sent to the app. */
    private URI visit(URI start, Cookies cookies) throws IOException {
        var url = start;
        String form = null;
        for (int step = 0; step < MOST_STEPS; step++) {
            var answer =
                    form == null
                            ? connection.get(url, cookies, null)
                            : connection.post(url, form, cookies, null);
            form = null;
            if (answer.isRedirect()) {
                url = url.resolve(answer.headers().get("location"));
                if (url.toString().startsWith(Target.REDIRECT)) {
                    return url;
                }
            } else {
                var page = filledIn(Form.first(url, answer.expectSuccess("a page").body()));
                url = page.action();
                form = page.encoded();
            }
        }
        throw new Answer.Unexpected("still at " + url + " after many steps");
    }

    private Form filledIn(Form form) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        if (fields.containsKey(target.login().password())) {
            fields.put(target.login().user(), Target.PERSON);
            fields.put(target.login().password(), Target.PASSWORD);
        }
        return new Form(form.action(), fields);
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
