package dev.serdab.token;

import dev.serdab.grant.AccessTokens;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** Reads the tokens that a client brings to exchange. */
@Component
class ShownTokens {

    private final AccessTokens accessTokens;

    ShownTokens(AccessTokens accessTokens) {
        this.accessTokens = accessTokens;
    }

    /** The access token, if it is one and alive. */
    Optional<ShownToken> find(String value) {
        return accessTokens.find(value).map(ShownToken::new);
    }
}
