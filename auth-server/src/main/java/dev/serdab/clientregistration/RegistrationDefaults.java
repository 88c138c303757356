package dev.serdab.clientregistration;

import dev.serdab.client.AuthenticationMethod;
import dev.serdab.client.GrantType;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an app is registered with that did not say it: by the standard, or by the operator's word.
 */
@Component
class RegistrationDefaults {

    static final String GRANTS = "grant_types";
    static final String METHOD = "token_endpoint_auth_method";

    private final RegistrationSettings settings;

    RegistrationDefaults(RegistrationSettings settings) {
        this.settings = settings;
    }

    /** What is registered is said in full, so that a later default changes nothing. */
    ObjectNode fill(ObjectNode said) {
        var members = said.deepCopy();
        if (!members.has(GRANTS)) {
            members.putArray(GRANTS).add(GrantType.AUTHORIZATION_CODE.value());
        }
        boolean asks =
                texts(members.get(GRANTS)).anyMatch(GrantType.AUTHORIZATION_CODE.value()::equals);
        if (!members.has(METHOD)) {
            members.put(METHOD, AuthenticationMethod.CLIENT_SECRET_BASIC.value());
        }
        if (!members.has("scope") && asks) {
            members.put("scope", String.join(" ", settings.usualScopes()));
        }
        if (!members.has("response_types") && asks) {
            members.putArray("response_types").add("code");
        }
        boolean isPublic =
                members.path(METHOD).asString("").equals(AuthenticationMethod.NONE.value());
        members.put("require_pkce", settings.requirePkce() || isPublic);
        members.put("require_consent", true);
        if (!settings.audience().isEmpty()) {
            var audience = members.putArray("audience");
            settings.audience().forEach(audience::add);
        }
        return members;
    }

    static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(text -> text.asString(""));
    }
}
