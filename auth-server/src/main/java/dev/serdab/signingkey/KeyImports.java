package dev.serdab.signingkey;

import dev.serdab.signingkey.KeyCommands.Outcome;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.security.GeneralSecurityException;
import java.time.Clock;

/** Takes keys over that another provider has signed with. */
@Component
class KeyImports {

    private static final Logger log = LoggerFactory.getLogger(KeyImports.class);

    private static final int ATTEMPTS = 5;

    private final SigningKeys keys;
    private final KeyRows rows;
    private final KeyLife life;
    private final Clock clock;

    KeyImports(SigningKeys keys, KeyRows rows, KeyLife life, Clock clock) {
        this.keys = keys;
        this.rows = rows;
        this.life = life;
        this.clock = clock;
    }

    /** What an imported key does first. */
    enum Start {
        /** Signs at once: those who verify know it already. */
        ACTIVE,
        /** Is published, and signs when that was long enough. */
        PUBLISHED,
        /** Verifies, and never signs. */
        RETIRED
    }

    /**
     * Adds a key.
     *
     * @param text a {@link PrivateKeyFile}
     * @param kid {@code null}: what the file says, or the thumbprint
     * @param alg {@code null}: what the file says, or the usual one of its kind
     */
    Outcome add(String text, @Nullable String kid, @Nullable String alg, Start start) {
        ImportedKey key;
        try {
            key = ImportedKey.of(text, kid, alg);
        } catch (GeneralSecurityException e) {
            return new Outcome.Refused("The key cannot be used. " + e.getMessage());
        }
        if (start != Start.RETIRED && !keys.offered().contains(key.algorithm())) {
            return KeyCommands.notOffered(key.algorithm());
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (rows.find(key.jwk().getKeyID()).isPresent()) {
                return new Outcome.Refused("A key of this kid is there already.");
            }
            if (insert(key, start)) {
                log.info(
                        "Signing key {} ({}) was imported as {}",
                        key.jwk().getKeyID(),
                        key.algorithm().jose(),
                        start);
                keys.reread();
                return new Outcome.Done();
            }
        }
        throw new IllegalStateException("no generation was free for the imported key");
    }

    private boolean insert(ImportedKey key, Start start) {
        var now = clock.instant();
        int generation = KeyRows.next(rows.of(key.algorithm()));
        return switch (start) {
            case ACTIVE -> rows.add(key.jwk(), key.algorithm(), generation, now, null);
            case PUBLISHED ->
                    rows.add(
                            key.jwk(),
                            key.algorithm(),
                            generation,
                            now.plus(life.publishAhead()),
                            null);
            case RETIRED -> rows.add(key.jwk(), key.algorithm(), generation, now, now);
        };
    }
}
