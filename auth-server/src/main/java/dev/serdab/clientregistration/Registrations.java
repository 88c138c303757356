package dev.serdab.clientregistration;

import dev.serdab.client.ClientMetadata;
import dev.serdab.client.Clients;
import dev.serdab.clientregistration.RegistrationPolicy.Admission;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.sealing.RandomSecret;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Registers apps, and lets each change and delete itself. */
@Component
class Registrations {

    /** What the server says of a client, and the client may not say (RFC 7592 §2.2). */
    private static final List<String> OURS =
            List.of(
                    "registration_access_token",
                    "registration_client_uri",
                    "client_secret_expires_at",
                    "client_id_issued_at");

    private final RegistrationSettings settings;
    private final RegistrationPolicy policy;
    private final RegistrationRows rows;
    private final InitialAccessTokens initialTokens;
    private final Clients clients;
    private final RegisteredSecrets secrets;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Registrations(
            RegistrationSettings settings,
            RegistrationPolicy policy,
            RegistrationRows rows,
            InitialAccessTokens initialTokens,
            Clients clients,
            RegisteredSecrets secrets,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.policy = policy;
        this.rows = rows;
        this.initialTokens = initialTokens;
        this.clients = clients;
        this.secrets = secrets;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It is registered. */
        record Done(Registration registration) implements Outcome {}

        /** It is not. */
        record Refused(ProtocolError error) implements Outcome {}

        /** The token that was shown opens nothing here. */
        record NotAllowed() implements Outcome {}
    }

    /** Whether an app may be registered with this token, or without one. */
    boolean isAllowed(@Nullable String initialToken) {
        return initialToken == null
                ? settings.mode() == RegistrationSettings.Mode.OPEN
                : initialTokens.isGood(initialToken);
    }

    /** Registers an app. */
    Outcome register(@Nullable String initialToken, RegistrationRequest request) {
        if (!isAllowed(initialToken)) {
            return new Outcome.NotAllowed();
        }
        var clientId = "app-" + RandomSecret.hex(32);
        return switch (policy.admit(clientId, request, settings.authenticationMethods())) {
            case Admission.Refused(var error) -> new Outcome.Refused(error);
            case Admission.Admitted(var metadata) -> {
                var made =
                        transaction.execute(_ ->
                                initialToken == null || initialTokens.use(initialToken)
                                        ? make(clientId, metadata)
                                        : null);
                yield made == null ? new Outcome.NotAllowed() : new Outcome.Done(made);
            }
        };
    }

    /** Whether the token is that of a client which speaks for itself. */
    boolean isTheirs(String clientId, String token) {
        return rows.find(clientId, token).isPresent() && clients.saidByItself(clientId).isPresent();
    }

    /** What a client is registered with. */
    Outcome read(String clientId, String token) {
        var since = rows.find(clientId, token);
        var metadata = since.flatMap(_ -> clients.saidByItself(clientId));
        return metadata.isEmpty()
                ? new Outcome.NotAllowed()
                : new Outcome.Done(
                        new Registration(clientId, metadata.get(), since.get(), null, token));
    }

    /** Registers it anew: what it does not say any more is not kept (RFC 7592 §2.2). */
    Outcome change(String clientId, String token, RegistrationRequest request) {
        var since = rows.find(clientId, token).orElse(null);
        var before = clients.saidByItself(clientId).orElse(null);
        if (since == null || before == null) {
            return new Outcome.NotAllowed();
        }
        var problem = problem(clientId, request);
        if (problem.isPresent()) {
            return refused(problem.get());
        }
        return switch (policy.admit(clientId, request, settings.authenticationMethods())) {
            case Admission.Refused(var error) -> new Outcome.Refused(error);
            case Admission.Admitted(var metadata) -> {
                var next = RandomSecret.base64Url();
                var secret =
                        transaction.execute(_ ->
                                rows.rotate(clientId, token, next)
                                        ? change(clientId, before, metadata)
                                        : Optional.<Secret>empty());
                if (secret.isEmpty()) {
                    yield new Outcome.NotAllowed(); // Deleted, adopted or changed meanwhile.
                }
                var shown = request.has("client_secret") ? request.text("client_secret") : null;
                var told = secret.get().value() == null ? shown : secret.get().value();
                yield new Outcome.Done(new Registration(clientId, metadata, since, told, next));
            }
        };
    }

    /** Deletes it, with all that was granted to it. */
    boolean remove(String clientId, String token) {
        boolean isIts = isTheirs(clientId, token);
        if (isIts) {
            clients.remove(clientId);
        }
        return isIts;
    }

    private record Secret(@Nullable String value) {}

    private Registration make(String clientId, ClientMetadata metadata) {
        var token = RandomSecret.base64Url();
        clients.register(clientId, metadata);
        rows.add(clientId, token);
        var secret = secrets.give(clientId, metadata);
        return new Registration(clientId, metadata, clock.instant(), secret, token);
    }

    /** Nothing if an operator has spoken for it meanwhile. */
    private Optional<Secret> change(
            String clientId, ClientMetadata before, ClientMetadata metadata) {
        return clients.register(clientId, metadata)
                ? Optional.of(new Secret(secrets.adjust(clientId, before, metadata)))
                : Optional.empty();
    }

    private Optional<String> problem(String clientId, RegistrationRequest request) {
        if (!request.text("client_id").equals(clientId)) {
            return Optional.of("client_id must be that of the address.");
        }
        if (request.has("client_secret")
                && !clients.hasSecret(clientId, request.text("client_secret"))) {
            return Optional.of("client_secret is not the client's: it cannot be chosen.");
        }
        return request.firstOf(OURS).map(ours -> ours + " is not for the client to say.");
    }

    private static Outcome refused(String description) {
        return new Outcome.Refused(ProtocolError.invalidRequest(description));
    }
}
