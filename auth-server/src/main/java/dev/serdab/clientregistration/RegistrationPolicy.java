package dev.serdab.clientregistration;

import dev.serdab.client.AuthenticationMethod;
import dev.serdab.client.ClientMetadata;
import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.Clients;
import dev.serdab.client.GrantType;
import dev.serdab.outbound.Outbound;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an app that comes by itself may be: the same when it is made and when it is changed. */
@Component
class RegistrationPolicy {

    /** Addresses that this server will call. */
    private static final List<String> CALLED =
            List.of("jwks_uri", "logo_uri", "sector_identifier_uri", "backchannel_logout_uri");

    private static final String GRANTS = "grant_types";
    private static final String METHOD = "token_endpoint_auth_method";

    private final RegistrationSettings settings;
    private final Clients clients;
    private final Outbound outbound;
    private final SectorDocuments sectors;

    RegistrationPolicy(
            RegistrationSettings settings,
            Clients clients,
            Outbound outbound,
            SectorDocuments sectors) {
        this.settings = settings;
        this.clients = clients;
        this.outbound = outbound;
        this.sectors = sectors;
    }

    /** What became of judging it. */
    sealed interface Admission {

        /** This is what it is registered with. */
        record Admitted(ClientMetadata metadata) implements Admission {}

        /** It is not taken. */
        record Refused(ProtocolError error) implements Admission {}
    }

    /**
     * Judges what an app says of itself.
     *
     * @param methods how it may show who it is, of those that the settings allow
     */
    Admission admit(String clientId, RegistrationRequest request, Collection<String> methods) {
        if (request.has("software_statement")) {
            return new Admission.Refused(RegistrationError.softwareStatement());
        }
        var members = withDefaults(request.members());
        ClientMetadata metadata;
        try {
            metadata = ClientMetadata.parse(members.toString());
        } catch (JacksonException e) {
            return refused("A member is of another kind than it should be (RFC 7591 section 2).");
        }
        var problem = problem(members, metadata, methods);
        if (problem.isPresent()) {
            return refused(problem.get());
        }
        if (clients.check(clientId, metadata) instanceof Checked.Bad bad) {
            return new Admission.Refused(RegistrationError.of(bad));
        }
        return sectors.problem(metadata)
                .map(RegistrationPolicy::refused)
                .orElseGet(() -> new Admission.Admitted(metadata));
    }

    /** What is registered is said in full, so that a later default changes nothing. */
    private ObjectNode withDefaults(ObjectNode said) {
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

    private Optional<String> problem(
            ObjectNode members, ClientMetadata metadata, Collection<String> methods) {
        return other(METHOD, Stream.of(members.path(METHOD).asString("")), methods)
                .or(() -> other(GRANTS, texts(members.get(GRANTS)), settings.grantTypes()))
                .or(() ->
                        other(
                                "scope",
                                Parameters.split(metadata.scope()).stream(),
                                settings.scopes()))
                .or(() -> uncallable(members));
    }

    private static Optional<String> other(
            String field, Stream<String> said, Collection<String> allowed) {
        return said.filter(one -> !allowed.contains(one))
                .findFirst()
                .map(one ->
                        "%s has \"%s\", which is not for registered apps: write some of %s"
                                .formatted(field, one, String.join(" ", allowed)));
    }

    /** An address that is no address is told of by {@link Clients#check}. */
    private Optional<String> uncallable(ObjectNode members) {
        for (var field : CALLED) {
            try {
                var problem =
                        members.has(field)
                                ? outbound.problem(URI.create(members.path(field).asString("")))
                                : Optional.<String>empty();
                if (problem.isPresent()) {
                    return problem.map(why -> field + " cannot be called. " + why);
                }
            } catch (IllegalArgumentException e) {
                return Optional.of(field + " is not a URI.");
            }
        }
        return Optional.empty();
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(text -> text.asString(""));
    }

    private static Admission refused(String description) {
        return new Admission.Refused(RegistrationError.metadata(description));
    }
}
