package dev.serdab.accesstoken;

import dev.serdab.claim.PersonClaims;
import dev.serdab.client.Client;
import dev.serdab.grant.Grant;
import dev.serdab.grant.NewToken;
import dev.serdab.grant.StatelessTokens;
import dev.serdab.grant.TokenSettings;
import dev.serdab.settings.ServerSettings;
import dev.serdab.signingkey.Algorithm;
import dev.serdab.signingkey.JwtEncoder;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes access tokens (RFC 9068 §2). They count once the grant store knows them. */
@Component
public class AccessTokenMint {

    /** The {@code typ} that tells them from every other JWT. */
    public static final String TYPE = "at+jwt";

    private final JwtEncoder encoder;
    private final PersonClaims persons;
    private final TokenSettings settings;
    private final String issuer;
    private final Clock clock;

    AccessTokenMint(
            JwtEncoder encoder,
            PersonClaims persons,
            TokenSettings settings,
            ServerSettings server,
            Clock clock) {
        this.encoder = encoder;
        this.persons = persons;
        this.settings = settings;
        this.issuer = server.issuer();
        this.clock = clock;
    }

    /** A token with which the client acts for the person of the grant. */
    public NewToken forPerson(Client client, Grant grant, Set<String> scopes) {
        var more = new LinkedHashMap<String, Object>();
        more.put("auth_time", grant.authTime());
        more.putAll(persons.ofRights(grant.account(), scopes));
        return mint(client, grant.account().id().toString(), scopes, more);
    }

    /**
     * A token with which the client acts for itself: its {@code sub} is the client. One that is to
     * be kept nowhere says under which generation of such tokens it was made.
     */
    public NewToken forClient(Client client, Set<String> scopes) {
        return mint(
                client,
                client.clientId(),
                scopes,
                client.hasStatelessTokens()
                        ? Map.of(StatelessTokens.GENERATION, client.tokenGeneration())
                        : Map.of());
    }

    private NewToken mint(
            Client client, String subject, Set<String> scopes, Map<String, Object> more) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var end = now.plus(settings.accessTokenLifetime());
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", audience(client));
        claims.put("client_id", client.clientId());
        claims.put("exp", end);
        claims.put("iat", now);
        claims.put("jti", UUID.randomUUID().toString());
        if (!scopes.isEmpty()) {
            claims.put("scope", String.join(" ", scopes));
        }
        claims.putAll(more);
        return new NewToken(encoder.encode(TYPE, Algorithm.ES256, claims), scopes, now, end);
    }

    private Object audience(Client client) {
        return switch (client.audience().size()) {
            case 0 -> issuer;
            case 1 -> client.audience().getFirst();
            default -> client.audience();
        };
    }
}
