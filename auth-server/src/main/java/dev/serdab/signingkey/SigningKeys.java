package dev.serdab.signingkey;

import com.nimbusds.jose.jwk.JWK;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All signing keys, opened at the start; a wrong master key is told then, not at the first token.
 * What another node changes is known here within 5 seconds, and at once where a token shows a key
 * that is not known yet.
 */
@Component
public class SigningKeys {

    /** How long others may keep the JWK Set. */
    public static final Duration CACHED_FOR = Duration.ofMinutes(15);

    /** How far two clocks may be apart. */
    static final Duration SKEW = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private static final String REREAD_AFTER = "PT5S";

    /** Tokens with invented keys must not cost a statement each: ten do, then one a second. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration AT_ONCE = BETWEEN_LOOKS.multipliedBy(10);

    private final KeyRows rows;
    private final KeyLife life;
    private final List<Algorithm> offered;
    private final Clock clock;
    private volatile KeyRing ring;
    private volatile boolean isStale;
    private Instant looksPaidUntil = Instant.EPOCH;

    SigningKeys(
            KeyRows rows,
            KeySuccession succession,
            KeyLife life,
            SigningKeySettings settings,
            Clock clock) {
        this.rows = rows;
        this.life = life;
        this.offered = settings.offered();
        this.clock = clock;
        offered.forEach(succession::ensure);
        this.ring = read(List.of());
    }

    /** For which algorithms there is a key, the preferred one first. */
    public List<Algorithm> offered() {
        return offered;
    }

    /** The algorithm that is wanted, or RS256 when settings have taken its keys away. */
    public Algorithm available(Algorithm wanted) {
        return offered().contains(wanted) ? wanted : Algorithm.RS256;
    }

    /** The public halves, in the order in which the JWK Set document shows them. */
    public List<JWK> published() {
        var now = clock.instant();
        var current = ring;
        return current.entries().stream()
                .filter(entry -> current.state(entry, now).isPublished())
                .sorted(Comparator.comparing(entry -> entry.row().algorithm()))
                .map(entry -> entry.key().publicJwk())
                .toList();
    }

    /** The key that signs with this algorithm now. */
    SigningKey current(Algorithm algorithm) {
        return ring.signer(algorithm, clock.instant())
                .map(KeyRing.Entry::key)
                .orElseThrow(() -> new IllegalStateException("no key for " + algorithm.jose()));
    }

    /** The key of this name, to verify with. */
    Optional<SigningKey> find(String kid) {
        return known(kid).or(() -> lookAgain(kid));
    }

    /** All that is known. */
    KeyRing ring() {
        return ring;
    }

    /** Reads what is stored; on failure what is known stays. */
    @Scheduled(initialDelayString = REREAD_AFTER, fixedDelayString = REREAD_AFTER)
    synchronized void reread() {
        try {
            ring = read(ring.entries());
            isStale = false;
        } catch (RuntimeException e) {
            if (!isStale) {
                log.error("The signing keys cannot be read; those known so far go on", e);
            }
            isStale = true;
        }
    }

    private Optional<SigningKey> known(String kid) {
        return ring.find(kid, clock.instant()).map(KeyRing.Entry::key);
    }

    private synchronized Optional<SigningKey> lookAgain(String kid) {
        var now = clock.instant();
        var paidUntil = looksPaidUntil.isBefore(now) ? now : looksPaidUntil;
        if (paidUntil.plus(BETWEEN_LOOKS).isBefore(now.plus(AT_ONCE))) {
            looksPaidUntil = paidUntil.plus(BETWEEN_LOOKS);
            reread();
        }
        return known(kid);
    }

    private KeyRing read(List<KeyRing.Entry> before) {
        var entries =
                rows.all().stream()
                        .map(row -> new KeyRing.Entry(row, opened(row, before)))
                        .toList();
        return new KeyRing(entries, life.retiredFor(), life.keptFor());
    }

    /** A key that has not changed is not opened again. */
    private SigningKey opened(KeyRow row, List<KeyRing.Entry> before) {
        return before.stream()
                .filter(entry -> entry.row().isSameKeyAs(row))
                .map(KeyRing.Entry::key)
                .findFirst()
                .orElseGet(() -> open(row));
    }

    private SigningKey open(KeyRow row) {
        JWK jwk = rows.open(row);
        try {
            return SigningKey.of(row.algorithm(), jwk);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored key " + row.kid() + " cannot be used", e);
        }
    }
}
