package dev.serdab.idtoken;

import dev.serdab.signingkey.JwtReader;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/** ID tokens that come back as {@code id_token_hint}: expired or not, as long as we signed them. */
@Component
public class IdTokenHints {

    private final JwtReader reader;

    IdTokenHints(JwtReader reader) {
        this.reader = reader;
    }

    /**
     * What a hint tells.
     *
     * @param clientId whom it was issued to
     * @param session the {@code sid} it speaks of
     */
    public record Hint(String clientId, String subject, UUID session) {}

    /** Reads a hint; empty when it is not an ID token of ours. */
    public Optional<Hint> read(String token) {
        return reader.read(token, IdTokenMint.TYPE)
                .flatMap(jwt -> {
                    var subject = jwt.text("sub");
                    var session = jwt.text("sid");
                    return jwt.audience().size() == 1 && subject != null && session != null
                            ? Optional.of(
                                    new Hint(
                                            jwt.audience().getFirst(),
                                            subject,
                                            UUID.fromString(session)))
                            : Optional.empty();
                });
    }
}
