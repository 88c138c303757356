package dev.serdab.token;

import dev.serdab.accesstoken.AccessTokenMint;
import dev.serdab.accesstoken.Audiences;
import dev.serdab.client.Client;
import dev.serdab.client.GrantType;
import dev.serdab.consent.PersonScopes;
import dev.serdab.grant.AccessTokens;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.springframework.stereotype.Component;

import java.util.LinkedHashSet;
import java.util.Set;

/** A client that speaks for itself (RFC 6749 §4.4). */
@Component
class ClientCredentialsGrant implements TokenGrant {

    private final AccessTokenMint mint;
    private final AccessTokens accessTokens;
    private final Audiences audiences;

    ClientCredentialsGrant(AccessTokenMint mint, AccessTokens accessTokens, Audiences audiences) {
        this.mint = mint;
        this.accessTokens = accessTokens;
        this.audiences = audiences;
    }

    @Override
    public GrantType type() {
        return GrantType.CLIENT_CREDENTIALS;
    }

    @Override
    public Outcome exchange(Client client, Parameters parameters) {
        var allowed = withoutPersons(client.scopes());
        var asked = parameters.words("scope");
        if (!allowed.containsAll(asked)) {
            return new Outcome.Refused(
                    ProtocolError.invalidScope(
                            "scope names what this client may not have for itself."));
        }
        return audiences
                .narrowed(client, Set.of(), parameters.all("resource"))
                .map(audience -> issue(client, asked.isEmpty() ? allowed : asked, audience))
                .orElseGet(() -> new Outcome.Refused(ProtocolError.invalidResource()));
    }

    private Outcome issue(Client client, Set<String> scopes, Set<String> audience) {
        var token = mint.forClient(client, scopes, audience);
        return client.hasStatelessTokens() || accessTokens.add(token, client.clientId())
                ? Outcome.Issued.of(token)
                : new Outcome.Refused(ProtocolError.invalidClient("The client is gone."));
    }

    private static Set<String> withoutPersons(Set<String> scopes) {
        var allowed = new LinkedHashSet<>(scopes);
        allowed.removeAll(PersonScopes.ALL);
        return allowed;
    }
}
