package dev.serdab.userinfo;

import dev.serdab.claim.PersonClaims;
import dev.serdab.client.Client;
import dev.serdab.client.Clients;
import dev.serdab.grant.AccessToken;
import dev.serdab.grant.Grant;
import dev.serdab.settings.ServerSettings;
import dev.serdab.signingkey.JwtEncoder;
import dev.serdab.signingkey.SigningKeys;
import dev.serdab.subject.Subjects;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;

/** What userinfo says, in the form that the client is registered for. */
@Component
class UserInfo {

    static final MediaType JWT = MediaType.valueOf("application/jwt");

    private final Clients clients;
    private final PersonClaims persons;
    private final Subjects subjects;
    private final SigningKeys keys;
    private final JwtEncoder encoder;
    private final String issuer;

    UserInfo(
            Clients clients,
            PersonClaims persons,
            Subjects subjects,
            SigningKeys keys,
            JwtEncoder encoder,
            ServerSettings settings) {
        this.clients = clients;
        this.persons = persons;
        this.subjects = subjects;
        this.keys = keys;
        this.encoder = encoder;
        this.issuer = settings.issuer();
    }

    /** It in one of two forms. */
    sealed interface Said {}

    /** JSON. */
    record Plain(Map<String, Object> claims) implements Said {}

    /** A JWT (OpenID Connect Core §5.3.2). */
    record Signed(String jwt) implements Said {}

    Said of(AccessToken token, Grant grant) {
        var client = clients.find(token.clientId()).orElseThrow();
        var claims = claims(client, token, grant);
        var algorithm = client.openId().userInfoAlgorithm();
        if (algorithm == null) {
            return new Plain(claims);
        }
        var signed = new LinkedHashMap<String, Object>();
        signed.put("iss", issuer);
        signed.put("aud", client.clientId());
        signed.putAll(claims);
        return new Signed(encoder.encode("JWT", keys.available(algorithm), signed));
    }

    private Map<String, Object> claims(Client client, AccessToken token, Grant grant) {
        var account = grant.account();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", subjects.of(client, account.id()));
        claims.putAll(persons.ofProfile(account, token.scopes(), grant.details().userInfoClaims()));
        return claims;
    }
}
