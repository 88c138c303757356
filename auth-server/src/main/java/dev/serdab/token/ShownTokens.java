package dev.serdab.token;

import dev.serdab.accesstoken.AccessTokenMint;
import dev.serdab.grant.AccessTokens;
import dev.serdab.signingkey.JwtReader;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** Reads the tokens that a client brings to exchange. */
@Component
class ShownTokens {

    private final AccessTokens accessTokens;
    private final JwtReader reader;

    ShownTokens(AccessTokens accessTokens, JwtReader reader) {
        this.accessTokens = accessTokens;
        this.reader = reader;
    }

    /** The access token, if it is one and alive. */
    Optional<ShownToken> find(String value) {
        return accessTokens
                .find(value)
                .flatMap(token ->
                        reader.read(value, AccessTokenMint.TYPE)
                                .map(jwt -> new ShownToken(token, jwt)));
    }
}
