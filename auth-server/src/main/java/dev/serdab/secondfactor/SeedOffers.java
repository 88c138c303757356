package dev.serdab.secondfactor;

import dev.serdab.account.AccountId;
import dev.serdab.sealing.Seal;
import dev.serdab.settings.WrongSetting;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Makes seeds that nothing is stored of until their first code came. */
@Component
class SeedOffers {

    /** As long as what HMAC-SHA-1 makes of it (RFC 4226 §4). */
    private static final int BYTES = 20;

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Seal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SeedOffers(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    OfferedSeed make(AccountId account) {
        var seed = new byte[BYTES];
        random.nextBytes(seed);
        var plain =
                ByteBuffer.allocate(Long.BYTES + BYTES)
                        .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                        .put(seed);
        var sealed = seal.close(plain.array(), label(account));
        return new OfferedSeed(
                seed, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** The one that a form brings back, unless it was for somebody else or a while ago. */
    Optional<OfferedSeed> open(AccountId account, String sealed) {
        try {
            var plain =
                    ByteBuffer.wrap(
                            seal.open(Base64.getUrlDecoder().decode(sealed), label(account)));
            var until = Instant.ofEpochSecond(plain.getLong());
            var seed = new byte[BYTES];
            plain.get(seed);
            return clock.instant().isBefore(until)
                    ? Optional.of(new OfferedSeed(seed, sealed))
                    : Optional.empty();
        } catch (IllegalArgumentException | WrongSetting e) {
            return Optional.empty();
        }
    }

    private static String label(AccountId account) {
        return "seed offered to " + account;
    }
}
