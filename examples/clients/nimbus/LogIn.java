import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A web app's log-in with a pushed request, and what it does with its tokens. */
class LogIn {

    private static final String SERVER =
            System.getenv().getOrDefault("SERDAB", "http://localhost:9000");
    private static final URI CALLBACK = URI.create("http://127.0.0.1:8790/cb");

    private static final ClientSecretBasic CLIENT =
            new ClientSecretBasic(
                    new ClientID("nimbus"),
                    new Secret("the secret of the Nimbus app, which is long enough"));

    public static void main(String[] arguments) throws Exception {
        var issuer = new Issuer(SERVER);
        var server = OIDCProviderMetadata.resolve(issuer);
        AuthorizationServerMetadata.resolve(issuer);
        System.out.println("ok  reads both discovery documents");

        var state = new State();
        var nonce = new Nonce();
        var verifier = new CodeVerifier();
        var request =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope("openid", "profile", "email", "offline_access"),
                                CLIENT.getClientID(),
                                CALLBACK)
                        .state(state)
                        .nonce(nonce)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .build();
        var pushed =
                PushedAuthorizationResponse.parse(
                                new PushedAuthorizationRequest(
                                                server.getPushedAuthorizationRequestEndpointURI(),
                                                CLIENT,
                                                request)
                                        .toHTTPRequest()
                                        .send())
                        .toSuccessResponse();
        System.out.println("ok  pushes the request");

        var address =
                new AuthorizationRequest.Builder(pushed.getRequestURI(), CLIENT.getClientID())
                        .endpointURI(server.getAuthorizationEndpointURI())
                        .build()
                        .toURI();
        var answer = AuthenticationResponseParser.parse(logIn(address)).toSuccessResponse();
        expect(answer.getState().equals(state), "the state");
        expect(answer.getIssuer().equals(issuer), "iss");
        System.out.println("ok  logs a person in");

        var tokens = token(server, grant(answer.getAuthorizationCode(), verifier));
        var claims =
                new IDTokenValidator(
                                issuer,
                                CLIENT.getClientID(),
                                JWSAlgorithm.RS256,
                                server.getJWKSetURI().toURL())
                        .validate(tokens.getOIDCTokens().getIDToken(), nonce);
        System.out.println("ok  exchanges the code and checks the ID token");

        var person =
                UserInfoResponse.parse(
                                new UserInfoRequest(
                                                server.getUserInfoEndpointURI(),
                                                tokens.getOIDCTokens().getAccessToken())
                                        .toHTTPRequest()
                                        .send())
                        .toSuccessResponse()
                        .getUserInfo();
        expect(person.getSubject().equals(claims.getSubject()), "sub");
        expect("demo@example.com".equals(person.getEmailAddress()), "email");
        System.out.println("ok  asks who it is");

        var next =
                token(server, new RefreshTokenGrant(tokens.getOIDCTokens().getRefreshToken()));
        var about =
                TokenIntrospectionResponse.parse(
                                new TokenIntrospectionRequest(
                                                server.getIntrospectionEndpointURI(),
                                                CLIENT,
                                                next.getOIDCTokens().getAccessToken())
                                        .toHTTPRequest()
                                        .send())
                        .toSuccessResponse();
        expect(about.isActive(), "an active token");
        System.out.println("ok  gets new tokens, and introspects one");
    }

    private static AuthorizationGrant grant(AuthorizationCode code, CodeVerifier verifier) {
        return new AuthorizationCodeGrant(code, CALLBACK, verifier);
    }

    private static OIDCTokenResponse token(OIDCProviderMetadata server, AuthorizationGrant grant)
            throws Exception {
        var request =
                new TokenRequest.Builder(server.getTokenEndpointURI(), CLIENT, grant).build();
        return (OIDCTokenResponse)
                OIDCTokenResponseParser.parse(request.toHTTPRequest().send()).toSuccessResponse();
    }

    /** The person at a browser. */
    private static URI logIn(URI address) throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var request = HttpRequest.newBuilder(address);
        while (true) {
            var response = browser.send(request.build(), BodyHandlers.ofString());
            var location = response.headers().firstValue("location");
            if (location.isPresent()) {
                var next = response.uri().resolve(location.get());
                if (!next.toString().startsWith(SERVER)) {
                    return next;
                }
                request = HttpRequest.newBuilder(next);
            } else {
                var form =
                        "_csrf=%s&continue=%s&email=demo%%40example.com&password=serdab-demo-person"
                                .formatted(field(response, "_csrf"), field(response, "continue"));
                request =
                        HttpRequest.newBuilder(URI.create(SERVER + "/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form));
            }
        }
    }

    private static String field(HttpResponse<String> page, String name) {
        var field = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"");
        var found = field.matcher(page.body());
        expect(found.find(), "a field " + name);
        return URLEncoder.encode(found.group(1), StandardCharsets.UTF_8);
    }

    private static void expect(boolean isSo, String what) {
        if (!isSo) {
            throw new AssertionError("expected " + what);
        }
    }
}
