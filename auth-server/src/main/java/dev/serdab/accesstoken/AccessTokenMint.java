package dev.serdab.accesstoken;

import dev.serdab.claim.PersonClaims;
import dev.serdab.client.Client;
import dev.serdab.grant.Grant;
import dev.serdab.grant.NewToken;
import dev.serdab.grant.StatelessTokens;
import dev.serdab.grant.TokenSettings;
import dev.serdab.settings.ServerSettings;
import dev.serdab.signingkey.JwtEncoder;
import dev.serdab.subject.Subjects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Subjects subjects;
    private final TokenSettings settings;
    private final String issuer;
    private final Clock clock;

    AccessTokenMint(
            JwtEncoder encoder,
            PersonClaims persons,
            Subjects subjects,
            TokenSettings settings,
            ServerSettings server,
            Clock clock) {
        this.encoder = encoder;
        this.persons = persons;
        this.subjects = subjects;
        this.settings = settings;
        this.issuer = server.issuer();
        this.clock = clock;
    }

    /**
     * A token with which the client acts for the person of the grant.
     *
     * @param audience the APIs it is for; not empty
     */
    public NewToken forPerson(
            Client client, Grant grant, Set<String> scopes, Set<String> audience) {
        return mint(
                client,
                subjects.of(client, grant.account().id()),
                scopes,
                audience,
                null,
                ofPerson(client, grant, scopes));
    }

    /** A token with which the client acts for the person of the grant where it was asked to. */
    public NewToken forPerson(
            Client client, Grant grant, Set<String> scopes, Delegation delegation) {
        var more = ofPerson(client, grant, scopes);
        if (delegation.act() != null) {
            more.put("act", delegation.act());
        }
        return mint(
                client,
                subjects.of(client, grant.account().id()),
                scopes,
                delegation.audience(),
                delegation.endsAt(),
                more);
    }

    /**
     * A token with which the client acts for itself: its {@code sub} is the client. One that is to
     * be kept nowhere says under which generation of such tokens it was made.
     */
    public NewToken forClient(Client client, Set<String> scopes, Set<String> audience) {
        return mint(
                client,
                client.clientId(),
                scopes,
                audience,
                null,
                client.hasStatelessTokens()
                        ? Map.of(StatelessTokens.GENERATION, client.tokenGeneration())
                        : Map.of());
    }

    private Map<String, Object> ofPerson(Client client, Grant grant, Set<String> scopes) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("auth_time", grant.authTime());
        claims.putAll(persons.ofRights(grant.account(), scopes));
        if (client.exchange().mayAct() != null) {
            claims.put("may_act", Map.of("sub", client.exchange().mayAct()));
        }
        return claims;
    }

    private NewToken mint(
            Client client,
            String subject,
            Set<String> scopes,
            Collection<String> audience,
            @Nullable Instant latestEnd,
            Map<String, Object> more) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var usualEnd = now.plus(settings.accessTokenLifetime());
        var end = latestEnd == null || usualEnd.isBefore(latestEnd) ? usualEnd : latestEnd;
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put(
                "aud", audience.size() == 1 ? audience.iterator().next() : List.copyOf(audience));
        claims.put("client_id", client.clientId());
        claims.put("exp", end);
        claims.put("iat", now);
        claims.put("jti", UUID.randomUUID().toString());
        if (!scopes.isEmpty()) {
            claims.put("scope", String.join(" ", scopes));
        }
        claims.putAll(more);
        return new NewToken(encoder.encode(TYPE, claims), scopes, now, end);
    }
}
