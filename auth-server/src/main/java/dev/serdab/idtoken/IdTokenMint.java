package dev.serdab.idtoken;

import dev.serdab.claim.PersonClaims;
import dev.serdab.client.Client;
import dev.serdab.grant.Grant;
import dev.serdab.grant.TokenSettings;
import dev.serdab.session.AuthenticationClass;
import dev.serdab.session.Factor;
import dev.serdab.settings.ServerSettings;
import dev.serdab.signingkey.Algorithm;
import dev.serdab.signingkey.JwtEncoder;
import dev.serdab.signingkey.SigningKeys;
import dev.serdab.subject.Subjects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Makes ID tokens, signed with RS256, which every client library verifies, or as the client asked.
 */
@Component
public class IdTokenMint {

    static final String TYPE = "JWT";

    private final JwtEncoder encoder;
    private final SigningKeys keys;
    private final PersonClaims persons;
    private final Subjects subjects;
    private final TokenSettings settings;
    private final String issuer;
    private final Clock clock;

    IdTokenMint(
            JwtEncoder encoder,
            SigningKeys keys,
            PersonClaims persons,
            Subjects subjects,
            TokenSettings settings,
            ServerSettings server,
            Clock clock) {
        this.encoder = encoder;
        this.keys = keys;
        this.persons = persons;
        this.subjects = subjects;
        this.settings = settings;
        this.issuer = server.issuer();
        this.clock = clock;
    }

    /**
     * A token about the sign-in that the grant came of.
     *
     * @param scopes what is given out now; on refresh perhaps less than was granted
     * @param nonce of the authorization request; {@code null} on refresh and where none was sent
     * @param accessToken what is given out with it, for {@code at_hash}
     */
    public String mint(
            Client client,
            Grant grant,
            Set<String> scopes,
            @Nullable String nonce,
            String accessToken) {
        var now = clock.instant();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subjects.of(client, grant.account().id()));
        claims.put("aud", client.clientId());
        claims.put("exp", now.plus(settings.idTokenLifetime()));
        claims.put("iat", now);
        claims.put("auth_time", grant.authTime());
        claims.put("acr", AuthenticationClass.of(grant.factors()));
        claims.put("amr", Factor.amr(grant.factors()));
        claims.put("sid", grant.session().toString());
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        var algorithm = algorithm(client);
        claims.put("at_hash", leftHalf(accessToken, algorithm));
        claims.putAll(persons.ofRights(grant.account(), scopes));
        claims.putAll(persons.of(grant.account(), grant.details().idTokenClaims()));
        return encoder.encode(TYPE, algorithm, claims);
    }

    /** How tokens about a person's sign-in are signed for a client. */
    public Algorithm algorithm(Client client) {
        return keys.available(client.openId().idTokenAlgorithm());
    }

    /** OpenID Connect Core §3.1.3.6. */
    private static String leftHalf(String accessToken, Algorithm algorithm) {
        try {
            var hash =
                    MessageDigest.getInstance(algorithm.hash())
                            .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
