package dev.serdab.secondfactor;

import dev.serdab.account.AccountId;
import dev.serdab.sealing.SecretHash;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes that each open an account once, where the app with the one-time codes is gone. */
@Component
class RecoveryCodes {

    static final int COUNT = 10;

    /** 80 bits, so that a plain SHA-256 keeps them well; 16 characters to type. */
    private static final int BYTES = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;

    RecoveryCodes(JdbcClient db) {
        this.db = db;
    }

    /** Ten new ones; the old ones are gone. The caller has locked the account. */
    List<String> renew(AccountId account) {
        removeAll(account);
        var codes = Stream.generate(RecoveryCodes::random).limit(COUNT).toList();
        codes.forEach(code ->
                db.sql("insert into recovery_code (code_hash, account_id) values (?, ?)")
                        .params(SecretHash.of(code), account.value())
                        .update());
        return codes.stream().map(code -> Base32.grouped(code, "-")).toList();
    }

    int left(AccountId account) {
        return db.sql("select count(*) from recovery_code where account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    /** Uses one, however it is written: of any number who bring it at once, one succeeds. */
    boolean use(AccountId account, String typed) {
        var code = typed.replaceAll("[^A-Za-z2-7]", "").toLowerCase(Locale.ROOT);
        return db.sql("delete from recovery_code where account_id = ? and code_hash = ?")
                        .params(account.value(), SecretHash.of(code))
                        .update()
                == 1;
    }

    void removeAll(AccountId account) {
        db.sql("delete from recovery_code where account_id = ?").param(account.value()).update();
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes).toLowerCase(Locale.ROOT);
    }
}
