package dev.serdab.token;

import dev.serdab.client.Client;
import dev.serdab.client.GrantType;
import dev.serdab.grant.NewToken;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Set;

/** One way to get tokens. */
interface TokenGrant {

    GrantType type();

    /** Exchanges what the client brings for tokens. The client may use this grant type. */
    Outcome exchange(Client client, Parameters parameters);

    /** What became of it. */
    sealed interface Outcome {

        /** Tokens, stored already. */
        record Issued(
                String accessToken,
                Duration expiresIn,
                Set<String> scopes,
                @Nullable String refreshToken,
                @Nullable String idToken)
                implements Outcome {

            /** An access token alone. */
            static Issued of(NewToken token) {
                return new Issued(
                        token.value(),
                        Duration.between(token.issuedAt(), token.expiresAt()),
                        token.scopes(),
                        null,
                        null);
            }

            /** The same, with the refresh token that the client brought: it keeps it. */
            Issued keeping(String brought) {
                return new Issued(accessToken, expiresIn, scopes, brought, idToken);
            }
        }

        /** One access token for another (RFC 8693 §2.2.1). */
        record Exchanged(Issued issued) implements Outcome {}

        /** Nothing was given out. */
        record Refused(ProtocolError error) implements Outcome {}
    }
}
