package dev.serdab.discovery;

import dev.serdab.authorization.AuthorizationRequest;
import dev.serdab.authorization.AuthorizationSettings;
import dev.serdab.authorization.ResponseMode;
import dev.serdab.claim.PersonClaims;
import dev.serdab.client.AssertionAlgorithm;
import dev.serdab.client.AuthenticationMethod;
import dev.serdab.client.GrantType;
import dev.serdab.client.OpenIdPreferences;
import dev.serdab.clientregistration.DocumentSettings;
import dev.serdab.clientregistration.RegistrationSettings;
import dev.serdab.consent.ScopeCatalogue;
import dev.serdab.page.Languages;
import dev.serdab.session.AuthenticationClass;
import dev.serdab.settings.ServerSettings;
import dev.serdab.settings.SignUpSettings;
import dev.serdab.signingkey.Algorithm;
import dev.serdab.signingkey.SigningKeys;
import dev.serdab.token.IntrospectionAnswers;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The discovery document (OpenID Connect Discovery §3, RFC 8414 §2). */
@RestController
class DiscoveryEndpoint {

    private static final JsonMapper JSON = new JsonMapper();

    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final ServerSettings settings;
    private final ScopeCatalogue scopes;
    private final SigningKeys keys;
    private final RegistrationSettings registration;
    private final DocumentSettings documents;
    private final AuthorizationSettings authorization;
    private final SignUpSettings signUps;
    private volatile Written written;

    /** What was last answered. Only the scopes change while the server runs. */
    private record Written(List<String> scopes, String json) {}

    DiscoveryEndpoint(
            ServerSettings settings,
            ScopeCatalogue scopes,
            SigningKeys keys,
            RegistrationSettings registration,
            DocumentSettings documents,
            AuthorizationSettings authorization,
            SignUpSettings signUps) {
        this.settings = settings;
        this.scopes = scopes;
        this.keys = keys;
        this.registration = registration;
        this.documents = documents;
        this.authorization = authorization;
        this.signUps = signUps;
        this.written = write(List.of());
    }

    @GetMapping({"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
    ResponseEntity<String> document() {
        var announced = scopes.announced();
        var last = written;
        if (!last.scopes().equals(announced)) {
            last = write(announced);
            written = last;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CACHED)
                .body(last.json());
    }

    private Written write(List<String> announced) {
        return new Written(announced, JSON.writeValueAsString(document(announced)));
    }

    /** An app that asks for a new account would lead its people to a closed door. */
    private List<String> prompts() {
        return AuthorizationRequest.PROMPTS.stream()
                .filter(prompt -> signUps.open() || !prompt.equals(AuthorizationRequest.CREATE))
                .toList();
    }

    private Map<String, Object> document(List<String> announced) {
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", settings.issuer());
        addEndpoints(document);
        document.put("scopes_supported", announced);
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", ResponseMode.names());
        document.put("grant_types_supported", GrantType.names());
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("authorization_response_iss_parameter_supported", true);
        document.put("prompt_values_supported", prompts());
        addClientAuthentication(document);
        document.put("subject_types_supported", OpenIdPreferences.SUBJECT_TYPES);
        var algorithms = keys.offered().stream().map(Algorithm::jose).toList();
        document.put("id_token_signing_alg_values_supported", algorithms);
        document.put("userinfo_signing_alg_values_supported", algorithms);
        document.put(
                "introspection_signing_alg_values_supported",
                List.of(IntrospectionAnswers.ALGORITHM.jose()));
        document.put("acr_values_supported", AuthenticationClass.names());
        document.put("claims_supported", claims());
        document.put("claim_types_supported", List.of("normal"));
        document.put("claims_parameter_supported", true);
        document.put("request_parameter_supported", true);
        document.put("request_object_signing_alg_values_supported", AssertionAlgorithm.names());
        document.put("request_uri_parameter_supported", false);
        document.put(
                "require_pushed_authorization_requests",
                authorization.requirePushedAuthorizationRequests());
        document.put(
                "ui_locales_supported",
                Languages.SPOKEN.stream().map(Locale::toLanguageTag).toList());
        return document;
    }

    private static List<String> claims() {
        return Stream.concat(
                        Stream.of("sub", "auth_time", "acr", "amr"), PersonClaims.names().stream())
                .toList();
    }

    private void addEndpoints(Map<String, Object> document) {
        document.put("authorization_endpoint", at("/oauth2/authorize"));
        document.put("pushed_authorization_request_endpoint", at("/oauth2/par"));
        document.put("device_authorization_endpoint", at("/oauth2/device_authorization"));
        document.put("token_endpoint", at("/oauth2/token"));
        document.put("jwks_uri", at("/oauth2/jwks"));
        document.put("userinfo_endpoint", at("/userinfo"));
        document.put("introspection_endpoint", at("/oauth2/introspect"));
        document.put("revocation_endpoint", at("/oauth2/revoke"));
        if (registration.isOn()) {
            document.put("registration_endpoint", at("/oauth2/register"));
        }
        if (documents.enabled()) {
            document.put("client_id_metadata_document_supported", true);
        }
        document.put("end_session_endpoint", at("/connect/logout"));
        document.put("backchannel_logout_supported", true);
        document.put("backchannel_logout_session_supported", true);
        document.put("frontchannel_logout_supported", true);
        document.put("frontchannel_logout_session_supported", true);
    }

    private static void addClientAuthentication(Map<String, Object> document) {
        var all = AuthenticationMethod.names();
        var confidential =
                all.stream()
                        .filter(name -> !name.equals(AuthenticationMethod.NONE.value()))
                        .toList();
        document.put("token_endpoint_auth_methods_supported", all);
        document.put("revocation_endpoint_auth_methods_supported", all);
        document.put("introspection_endpoint_auth_methods_supported", confidential);
        for (var endpoint : List.of("token", "revocation", "introspection")) {
            document.put(
                    endpoint + "_endpoint_auth_signing_alg_values_supported",
                    AssertionAlgorithm.names());
        }
    }

    private String at(String path) {
        return settings.at(path).toString();
    }
}
