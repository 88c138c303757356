package dev.serdab.secondfactor;

import dev.serdab.account.AccountId;
import dev.serdab.sealing.Seal;
import dev.serdab.sealing.SealedColumn;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The seeds of everybody's one-time codes. */
@Component
class TotpSeeds {

    private final JdbcClient db;
    private final Seal seal;
    private final Clock clock;

    TotpSeeds(JdbcClient db, Seal seal, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.clock = clock;
    }

    boolean has(AccountId account) {
        return db.sql("select 1 from totp where account_id = ?")
                .param(account.value())
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    /**
     * Keeps a seed; the caller has locked the account and found none.
     *
     * @param usedStep the step of the code that proved it, which is used with that
     */
    void add(AccountId account, byte[] seed, long usedStep) {
        db.sql(
                        """
                        insert into totp (account_id, sealed_seed, last_step, created_at) values (?, ?, ?, ?)\
                        """)
                .params(
                        account.value(),
                        seal.close(seed, account.toString()),
                        usedStep,
                        SqlTime.of(clock.instant()))
                .update();
    }

    /** Uses a code: of any number who bring it at once, one succeeds (RFC 6238 §5.2). */
    boolean use(AccountId account, String code) {
        var step = seed(account).map(seed -> Totp.step(seed, code, clock.instant()));
        return step.isPresent()
                && step.get().isPresent()
                && db.sql("update totp set last_step = ? where account_id = ? and last_step < ?")
                                .params(
                                        step.get().getAsLong(),
                                        account.value(),
                                        step.get().getAsLong())
                                .update()
                        == 1;
    }

    boolean remove(AccountId account) {
        return db.sql("delete from totp where account_id = ?").param(account.value()).update() == 1;
    }

    /** Removes one that is not older than that. */
    boolean removeAddedSince(AccountId account, Instant since) {
        return db.sql("delete from totp where account_id = ? and created_at >= ?")
                        .params(account.value(), SqlTime.of(since))
                        .update()
                == 1;
    }

    private Optional<byte[]> seed(AccountId account) {
        return db.sql("select sealed_seed from totp where account_id = ?")
                .param(account.value())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .map(sealed -> seal.open(sealed, account.toString()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Sealing {

        @Bean
        SealedColumn sealedTotpSeed() {
            return new SealedColumn("totp", "account_id", "sealed_seed");
        }
    }
}
