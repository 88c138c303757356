package dev.serdab.jwt;

import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.jwt.Shown.Good;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refresh tokens that are used up. */
@Component
class Blacklist {

    private final JdbcClient db;

    Blacklist(JdbcClient db) {
        this.db = db;
    }

    boolean contains(Good token) {
        return db.sql("select count(*) from jwt_blacklist where jti_hash = ?")
                        .param(SecretHash.of(token.jti()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Uses a token up. Must not run inside a transaction, which PostgreSQL would end at the clash.
     *
     * @return whether it was good until now; of two that come at once it is so for one
     */
    boolean add(Good token) {
        try {
            db.sql("insert into jwt_blacklist (jti_hash, expires_at) values (?, ?)")
                    .params(SecretHash.of(token.jti()), SqlTime.of(token.expiresAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Expiry {

        @Bean
        ExpiringTable jwtBlacklist() {
            return new ExpiringTable("jwt_blacklist", "jti_hash", "expires_at");
        }
    }
}
