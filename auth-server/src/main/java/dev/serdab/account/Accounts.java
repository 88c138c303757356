package dev.serdab.account;

import dev.serdab.sqltime.SqlTime;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All accounts. Addresses are found whatever their case. */
@Component
public class Accounts {

    static final String COLUMNS =
            """
            id, email, name, is_admin, is_active, is_superuser, email_verified_at, last_login, password_version\
            """;

    private final JdbcClient db;
    private final Clock clock;
    private final AccountLocks locks;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient db, Clock clock, AccountLocks locks, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.locks = locks;
        this.events = events;
    }

    /**
     * An account with what its password is compared to.
     *
     * @param password the Django password string
     */
    public record WithPassword(Account account, String password) {}

    /**
     * Makes an account. Two at once with one address: the database lets one through. PostgreSQL
     * gives a transaction up at the clash, so a caller that has one open must roll it back then.
     */
    public Creation create(NewAccount account) {
        var key = new GeneratedKeyHolder();
        try {
            db.sql(
                            """
                            insert into account (email, email_key, name, password, is_admin, is_active, is_superuser, created_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)\
                            """)
                    .params(
                            account.email().value(),
                            account.email().key(),
                            account.name(),
                            account.password(),
                            account.isAdmin(),
                            account.isActive(),
                            account.isSuperuser(),
                            SqlTime.of(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            return new Creation.AddressTaken();
        }
        var id = new AccountId(Objects.requireNonNull(key.getKey()).longValue());
        events.publishEvent(new AccountEvent.Created(id));
        return new Creation.Created(
                new Account(
                        id,
                        account.email(),
                        account.name(),
                        account.isAdmin(),
                        account.isActive(),
                        account.isSuperuser(),
                        null,
                        null,
                        0));
    }

    /** The account of this id. */
    public Optional<Account> find(AccountId id) {
        return db.sql("select " + COLUMNS + " from account where id = ?")
                .param(id.value())
                .query(Accounts::account)
                .optional();
    }

    /** The account of this address, in whatever case it is written. */
    public Optional<Account> findByEmail(String email) {
        return findWithPassword(email).map(WithPassword::account);
    }

    /** The account of this address and what its password is compared to. */
    public Optional<WithPassword> findWithPassword(String email) {
        if (email.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL would not even compare it.
        }
        return db.sql("select " + COLUMNS + ", password from account where email_key = ?")
                .param(EmailAddress.keyOf(email))
                .query(Accounts::withPassword)
                .optional();
    }

    /** The account of this id and what its password is compared to. */
    public Optional<WithPassword> findWithPassword(AccountId id) {
        return db.sql("select " + COLUMNS + ", password from account where id = ?")
                .param(id.value())
                .query(Accounts::withPassword)
                .optional();
    }

    /** Every account, oldest first. */
    public List<Account> all() {
        return db.sql("select " + COLUMNS + " from account order by id")
                .query(Accounts::account)
                .list();
    }

    /** Whether some active administrator exists. */
    public boolean hasAdministrator() {
        return db.sql("select count(*) from account where is_admin and is_active")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Changes what the person is called. */
    public void rename(AccountId id, String name) {
        db.sql("update account set name = ?, updated_at = ? where id = ?")
                .params(name, SqlTime.of(clock.instant()), id.value())
                .update();
    }

    /** Notes a sign-in. */
    public void signedIn(AccountId id) {
        db.sql("update account set last_login = ? where id = ?")
                .params(SqlTime.of(clock.instant()), id.value())
                .update();
    }

    /** Keeps the same password in a newer form, unless it was changed meanwhile. */
    public void rehash(AccountId id, String from, String to) {
        db.sql("update account set password = ? where id = ? and password = ?")
                .params(to, id.value(), from)
                .update();
    }

    /**
     * Ends whatever was opened with an account: sessions, what apps were given, keys.
     *
     * @return whether there is such an account
     */
    @Transactional
    public boolean revokeAccess(AccountId id) {
        if (locks.lock(id).isEmpty()) {
            return false;
        }
        events.publishEvent(new AccountEvent.AccessRevoked(id));
        return true;
    }

    /** Deletes an account with everything that hangs on it. */
    @Transactional
    public void delete(AccountId id) {
        locks.lock(id);
        events.publishEvent(new AccountEvent.Deleting(id));
        db.sql("delete from account where id = ?").param(id.value()).update();
    }

    static WithPassword withPassword(ResultSet row, int number) throws SQLException {
        return new WithPassword(account(row, number), row.getString("password"));
    }

    /** Reads an account from a row that has all of the table's columns. */
    public static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getLong("id")),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getBoolean("is_admin"),
                row.getBoolean("is_active"),
                row.getBoolean("is_superuser"),
                SqlTime.readIfAny(row, "email_verified_at"),
                SqlTime.readIfAny(row, "last_login"),
                row.getInt("password_version"));
    }
}
