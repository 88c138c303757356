package dev.serdab.account;

import dev.serdab.account.Accounts.WithPassword;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;

/**
 * Accounts that nobody else changes until the caller's transaction ends. Whoever changes several
 * rows of an account locks it first: two that do so in another order would wait for each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountLocks {

    private final JdbcClient db;

    AccountLocks(JdbcClient db) {
        this.db = db;
    }

    /**
     * Locks an account and reads it as it is now. Rows that refer to it may be added meanwhile: on
     * PostgreSQL an UPDATE that leaves the key alone locks less than {@code for update} does.
     */
    public Optional<WithPassword> lock(AccountId id) {
        db.sql("update account set password_version = password_version where id = ?")
                .param(id.value())
                .update();
        return db.sql("select " + Accounts.COLUMNS + ", password from account where id = ?")
                .param(id.value())
                .query(Accounts::withPassword)
                .optional();
    }

    /**
     * Locks an account whose password was compared before, unless it has another one by now or may
     * no longer sign in. What a check opens is made under this lock: a reset that comes in between
     * would otherwise not end it.
     */
    public boolean lockIfUnchanged(Account checked) {
        return lock(checked.id())
                .map(WithPassword::account)
                .filter(Account::isActive)
                .map(account -> account.passwordVersion() == checked.passwordVersion())
                .orElse(false);
    }
}
