package dev.serdab.clientregistration;

import dev.serdab.client.AuthenticationMethod;
import dev.serdab.client.GrantType;
import dev.serdab.protocol.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A document that describes an app to every server it comes to, so that it may say more than is
 * offered here: what is not is left out, where that takes something away from the app only.
 */
record MetadataDocument(RegistrationRequest request) {

    /** Nobody shares a secret with everybody (§4.1 of the draft). */
    static final List<String> METHODS =
            List.of(
                    AuthenticationMethod.NONE.value(),
                    AuthenticationMethod.PRIVATE_KEY_JWT.value());

    private static final String METHOD = "token_endpoint_auth_method";
    private static final String GRANTS = "grant_types";
    private static final String RESPONSES = "response_types";
    private static final String CODE = "authorization_code";

    /** Why it describes nobody, or somebody else. */
    Optional<String> problem(String clientId) {
        if (!request.text("client_id").equals(clientId)) {
            return Optional.of("client_id in it is not its address");
        }
        if (request.has(RESPONSES) && !texts(request.members().path(RESPONSES)).contains("code")) {
            return Optional.of("response_types in it has no code");
        }
        return request.firstOf(List.of("client_secret", "client_secret_expires_at"))
                .map(secret -> "it has " + secret);
    }

    /** As one would ask to be registered here. */
    RegistrationRequest narrowed(RegistrationSettings settings) {
        var members = request.members().deepCopy();
        members.remove("client_id");
        if (!members.has(METHOD)) {
            members.put(METHOD, method(members));
        }
        narrow(members, GRANTS, settings.grantTypes());
        narrow(members, RESPONSES, List.of("code"));
        if (members.path(GRANTS).isEmpty()) {
            var grants = members.putArray(GRANTS).add(CODE);
            if (settings.grantTypes().contains(GrantType.REFRESH_TOKEN.value())) {
                grants.add(GrantType.REFRESH_TOKEN.value());
            }
        }
        members.put("scope", scope(settings));
        return new RegistrationRequest(members);
    }

    /** One of several it could use (OpenID Connect RP Metadata Choices 1.0), or else none. */
    private static String method(ObjectNode members) {
        boolean hasKeys = members.has("jwks") || members.has("jwks_uri");
        var choices = texts(members.path("token_endpoint_auth_methods_supported"));
        var withKey = AuthenticationMethod.PRIVATE_KEY_JWT.value();
        return hasKeys && choices.contains(withKey) ? withKey : AuthenticationMethod.NONE.value();
    }

    private static void narrow(ObjectNode members, String member, Collection<String> offered) {
        if (members.path(member).isArray()) {
            var said = texts(members.path(member));
            var left = members.putArray(member);
            for (var value : said) {
                if (offered.contains(value)) {
                    left.add(value);
                }
            }
        }
    }

    private String scope(RegistrationSettings settings) {
        var said = request.text("scope");
        var wanted = said.isEmpty() ? Set.copyOf(settings.scopes()) : Parameters.split(said);
        return settings.scopes().stream().filter(wanted::contains).collect(Collectors.joining(" "));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(text -> text.asString(""))
                .toList();
    }
}
