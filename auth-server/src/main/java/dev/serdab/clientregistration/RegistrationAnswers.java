package dev.serdab.clientregistration;

import dev.serdab.protocol.ProtocolError;
import dev.serdab.settings.ServerSettings;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Set;

/** Puts what became of a registration into HTTP (RFC 7591 §3.2). */
@Component
class RegistrationAnswers {

    private static final JsonMapper JSON = new JsonMapper();

    /** What the settings add, and {@code localized}, whose members are told by their own names. */
    private static final Set<String> NOT_ECHOED =
            Set.of("audience", "require_pkce", "require_consent", "localized");

    private final ServerSettings settings;

    RegistrationAnswers(ServerSettings settings) {
        this.settings = settings;
    }

    ResponseEntity<?> of(HttpStatus status, Registration registration) {
        var members = JSON.createObjectNode();
        members.put("client_id", registration.clientId());
        members.put("client_id_issued_at", registration.registeredAt().getEpochSecond());
        if (registration.secret() != null) {
            members.put("client_secret", registration.secret());
            members.put("client_secret_expires_at", 0);
        }
        members.put("registration_access_token", registration.token());
        members.put(
                "registration_client_uri",
                settings.at("/oauth2/register/" + registration.clientId()).toString());
        addMetadata(members, registration);
        return answer(status).body(members.toString());
    }

    ResponseEntity<?> error(ProtocolError error) {
        return answer(error.status()).body(JSON.writeValueAsString(error.members()));
    }

    /** RFC 6750 §3: a token is what is missing, whoever the client is. */
    ResponseEntity<?> notAllowed(String description) {
        var error = RegistrationError.invalidToken(description);
        return answer(error.status())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .body(JSON.writeValueAsString(error.members()));
    }

    ResponseEntity<?> later(Duration wait) {
        return ProtocolError.tooMany(
                "Too many apps were registered from there, or one was changed too often.", wait);
    }

    ResponseEntity<?> gone() {
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    private static void addMetadata(ObjectNode members, Registration registration) {
        var all = (ObjectNode) JSON.readTree(registration.metadata().toJson());
        all.path("localized")
                .properties()
                .forEach(name -> members.set(name.getKey(), name.getValue()));
        all.properties()
                .forEach(member -> {
                    if (!NOT_ECHOED.contains(member.getKey()) && !member.getValue().isNull()) {
                        members.set(member.getKey(), member.getValue());
                    }
                });
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore());
    }
}
