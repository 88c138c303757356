package dev.serdab.client;

import dev.serdab.client.ClientCredential.Assertion;
import dev.serdab.client.ClientCredential.NameOnly;
import dev.serdab.client.ClientCredential.Secret;
import dev.serdab.client.ClientCredential.Unreadable;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.settings.ServerSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Who a client is, by the one method it is registered for (RFC 6749 §2.3). */
@Component
public class ClientAuthenticator {

    private static final Authentication NOT_SHOWN =
            refused(
                    "The client is unknown, what it showed is wrong, or it is registered for another way"
                            + " of authentication.");

    /** What may come several times (RFC 8693 §2.1, RFC 8707 §2). */
    private static final Set<String> SEVERAL = Set.of("audience", "resource");

    private final Clients clients;
    private final DescribedClients described;
    private final ClientSecrets secrets;
    private final ClientSignatures signatures;
    private final UsedAssertions usedAssertions;
    private final String issuer;
    private final Clock clock;

    ClientAuthenticator(
            Clients clients,
            DescribedClients described,
            ClientSecrets secrets,
            ClientSignatures signatures,
            UsedAssertions usedAssertions,
            ServerSettings settings,
            Clock clock) {
        this.clients = clients;
        this.described = described;
        this.secrets = secrets;
        this.signatures = signatures;
        this.usedAssertions = usedAssertions;
        this.issuer = settings.issuer();
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Authentication {

        /** It is this client. */
        record Authenticated(Client client) implements Authentication {}

        /** It was not shown. */
        record Refused(ProtocolError error) implements Authentication {}
    }

    /** Reads the {@code Authorization} header and the body. */
    public Authentication authenticate(@Nullable String authorization, Parameters body) {
        return authenticate(authorization, body, null);
    }

    /**
     * The same where a client may begin that nobody knows yet.
     *
     * @param visitor the network address that the request came from
     */
    public Authentication authenticate(
            @Nullable String authorization, Parameters body, @Nullable String visitor) {
        if (body.repeated(SEVERAL).isPresent()) {
            return new Authentication.Refused(
                    ProtocolError.invalidRequest("A parameter came twice."));
        }
        return switch (ClientCredential.of(authorization, body)) {
            case Unreadable(var error) -> new Authentication.Refused(error);
            case NameOnly(var clientId) ->
                    find(clientId, AuthenticationMethod.NONE, visitor)
                            .<Authentication>map(Authentication.Authenticated::new)
                            .orElse(NOT_SHOWN);
            case Secret(var clientId, var method, var secret) ->
                    find(clientId, method, visitor)
                            .filter(client -> secrets.has(clientId, secret))
                            .<Authentication>map(Authentication.Authenticated::new)
                            .orElse(NOT_SHOWN);
            case Assertion shown -> byAssertion(shown, visitor);
        };
    }

    /** Why it was refused is told only to a holder of the client's key. */
    private Authentication byAssertion(Assertion shown, @Nullable String visitor) {
        var assertion = ClientAssertion.parse(shown.jwt()).orElse(null);
        if (assertion == null) {
            return refused("client_assertion is not a signed JWT.");
        }
        var platform = trusting(shown.clientId(), visitor);
        if (platform.isPresent()) {
            return byPlatform(platform.get(), new WorkloadToken(assertion.jwt()));
        }
        var clientId = assertion.subject();
        if (shown.clientId() != null && !shown.clientId().equals(clientId)) {
            return refused("client_id is not the sub of client_assertion.");
        }
        var client =
                find(clientId, AuthenticationMethod.PRIVATE_KEY_JWT, visitor)
                        .filter(known -> known.trustedIssuer() == null)
                        .filter(known -> signatures.isBy(known, assertion.jwt()));
        if (client.isEmpty()) {
            return NOT_SHOWN;
        }
        var problem = assertion.problem(issuer, clock.instant());
        if (problem.isPresent()) {
            return refused(problem.get());
        }
        return usedAssertions.use(clientId, assertion)
                ? new Authentication.Authenticated(client.get())
                : refused("client_assertion was used before: each request needs a jti of its own.");
    }

    /** The client of this name, if it is known by the tokens of a platform. */
    private Optional<Client> trusting(@Nullable String clientId, @Nullable String visitor) {
        return Optional.ofNullable(clientId)
                .flatMap(name -> find(name, AuthenticationMethod.PRIVATE_KEY_JWT, visitor))
                .filter(client -> client.trustedIssuer() != null);
    }

    /** What is wrong is told only to whoever holds a token of the platform. */
    private Authentication byPlatform(Client client, WorkloadToken token) {
        if (!signatures.isBy(client, token.jwt())) {
            return NOT_SHOWN;
        }
        var trusted = Objects.requireNonNull(client.trustedIssuer());
        return token.problem(trusted, issuer, clock.instant())
                .map(ClientAuthenticator::refused)
                .orElseGet(() -> new Authentication.Authenticated(client));
    }

    private Optional<Client> find(
            String clientId, AuthenticationMethod method, @Nullable String visitor) {
        return described.prepare(clientId, visitor)
                ? clients.find(clientId).filter(client -> client.method() == method)
                : Optional.empty();
    }

    private static Authentication refused(String description) {
        return new Authentication.Refused(ProtocolError.invalidClient(description));
    }
}
