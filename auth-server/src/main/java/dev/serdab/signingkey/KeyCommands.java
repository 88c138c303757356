package dev.serdab.signingkey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Optional;

/** What an operator may do with keys. Other nodes follow within seconds. */
@Component
class KeyCommands {

    private static final Logger log = LoggerFactory.getLogger(KeyCommands.class);

    private final SigningKeys keys;
    private final KeyRows rows;
    private final KeySuccession succession;
    private final Clock clock;

    KeyCommands(SigningKeys keys, KeyRows rows, KeySuccession succession, Clock clock) {
        this.keys = keys;
        this.rows = rows;
        this.succession = succession;
        this.clock = clock;
    }

    /** What became of a command. */
    sealed interface Outcome {

        /** It was carried out. */
        record Done() implements Outcome {}

        /** There is no such key. */
        record Unknown(String kid) implements Outcome {}

        /** It makes no sense. */
        record Refused(String sentence) implements Outcome {}
    }

    /**
     * The next key of an algorithm.
     *
     * @param now whether it signs at once, rather than when it was published for long enough
     */
    Outcome rotate(Algorithm algorithm, boolean now) {
        if (!keys.offered().contains(algorithm)) {
            return notOffered(algorithm);
        }
        if (now) {
            signer(algorithm)
                    .ifPresentOrElse(succession::replace, () -> succession.ensure(algorithm));
        } else {
            succession.publishNext(algorithm);
        }
        return done();
    }

    /** A key signs no more; another one does, at once. */
    Outcome retire(String kid) {
        var row = rows.find(kid).orElse(null);
        if (row == null) {
            return new Outcome.Unknown(kid);
        }
        if (row.retiredAt() != null) {
            return new Outcome.Refused("The key has retired before.");
        }
        replaceIfActive(row);
        if (rows.retire(row, clock.instant())) {
            log.info("Signing key {} ({}) was retired by command", kid, row.algorithm().jose());
        }
        return done();
    }

    /** A key is gone, and no token of it is good here; another one signs, at once. */
    Outcome remove(String kid) {
        var row = rows.find(kid).orElse(null);
        if (row == null) {
            return new Outcome.Unknown(kid);
        }
        replaceIfActive(row);
        if (rows.delete(row)) {
            log.warn("Signing key {} ({}) was removed by command", kid, row.algorithm().jose());
        }
        return done();
    }

    private void replaceIfActive(KeyRow row) {
        boolean isActive =
                signer(row.algorithm()).filter(row::isSameKeyAs).isPresent()
                        && keys.offered().contains(row.algorithm());
        if (isActive) {
            succession.replace(row);
        }
    }

    private Optional<KeyRow> signer(Algorithm algorithm) {
        return rows.of(algorithm).stream()
                .filter(row -> row.maySignAt(clock.instant()))
                .findFirst();
    }

    private Outcome done() {
        keys.reread();
        return new Outcome.Done();
    }

    static Outcome notOffered(Algorithm algorithm) {
        return new Outcome.Refused(
                "There are no keys for %s: add it to serdab.signing-keys.algorithms first."
                        .formatted(algorithm.jose()));
    }
}
