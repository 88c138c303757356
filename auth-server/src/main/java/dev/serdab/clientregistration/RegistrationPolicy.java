package dev.serdab.clientregistration;

import dev.serdab.client.ClientMetadata;
import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.Clients;
import dev.serdab.outbound.Outbound;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an app that comes by itself may be: the same when it is made and when it is changed. */
@Component
class RegistrationPolicy {

    /** Addresses that this server will call. */
    private static final List<String> CALLED =
            List.of("jwks_uri", "logo_uri", "sector_identifier_uri", "backchannel_logout_uri");

    private final RegistrationSettings settings;
    private final RegistrationDefaults defaults;
    private final Clients clients;
    private final Outbound outbound;
    private final SectorDocuments sectors;

    RegistrationPolicy(
            RegistrationSettings settings,
            RegistrationDefaults defaults,
            Clients clients,
            Outbound outbound,
            SectorDocuments sectors) {
        this.settings = settings;
        this.defaults = defaults;
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
        var members = defaults.fill(request.members());
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

    private Optional<String> problem(
            ObjectNode members, ClientMetadata metadata, Collection<String> methods) {
        return other(
                        RegistrationDefaults.METHOD,
                        Stream.of(members.path(RegistrationDefaults.METHOD).asString("")),
                        methods)
                .or(() ->
                        other(
                                RegistrationDefaults.GRANTS,
                                RegistrationDefaults.texts(
                                        members.get(RegistrationDefaults.GRANTS)),
                                settings.grantTypes()))
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

    private static Admission refused(String description) {
        return new Admission.Refused(RegistrationError.metadata(description));
    }
}
