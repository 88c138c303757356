package dev.serdab.session;

import dev.serdab.account.Account;
import dev.serdab.account.AccountId;
import dev.serdab.account.AccountLocks;
import dev.serdab.account.Accounts;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditLog;
import dev.serdab.audit.CallerAddress;
import dev.serdab.sealing.RandomSecret;
import dev.serdab.sealing.SecretHash;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All sessions. */
@Component
public class BrowserSessions {

    /** How stale "last seen" may be; a visit within it writes nothing. */
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Accounts accounts;
    private final AccountLocks locks;
    private final Clock clock;
    private final SessionSettings settings;
    private final SessionApps apps;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final CallerAddress address;

    BrowserSessions(
            JdbcClient db,
            Accounts accounts,
            AccountLocks locks,
            Clock clock,
            SessionSettings settings,
            SessionApps apps,
            ApplicationEventPublisher events,
            AuditLog audit,
            CallerAddress address) {
        this.db = db;
        this.accounts = accounts;
        this.locks = locks;
        this.clock = clock;
        this.settings = settings;
        this.apps = apps;
        this.events = events;
        this.audit = audit;
        this.address = address;
    }

    /** A session with the secret that goes into the cookie and nowhere else. */
    public record Opened(BrowserSession session, String secret) {}

    /**
     * Opens a session for someone who has just shown who they are. A session that their browser had
     * before goes on if it is the same person's, and ends otherwise. Either way its cookie opens
     * nothing any more: whoever planted or copied it is out.
     *
     * @param checked the account as it was when its password was compared
     * @return nothing if the password no longer counts
     */
    @Transactional
    public Optional<Opened> signIn(
            Account checked, @Nullable BrowserSession before, Set<Factor> factors) {
        if (!locks.lockIfUnchanged(checked)) {
            return Optional.empty();
        }
        accounts.signedIn(checked.id());
        if (before != null && before.account().id().equals(checked.id())) {
            return Optional.of(renew(before, factors));
        }
        if (before != null) {
            end(before.id());
        }
        return Optional.of(open(checked, factors));
    }

    private Opened open(Account account, Set<Factor> factors) {
        var secret = RandomSecret.base64Url();
        var now = clock.instant();
        var session = new BrowserSession(UUID.randomUUID(), account, now, factors);
        var device = Device.now();
        db.sql(
                        """
                        insert into browser_session
                          (id, secret_hash, account_id, auth_time, factors, created_at, last_seen_at, ends_at,
                           device_browser, device_system, address)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        Arrays.asList(
                                session.id(),
                                SecretHash.of(secret),
                                account.id().value(),
                                SqlTime.of(now),
                                Factor.format(factors),
                                SqlTime.of(now),
                                SqlTime.of(now),
                                SqlTime.of(now.plus(settings.lifetime())),
                                device.browser(),
                                device.system(),
                                address.now()))
                .update();
        return new Opened(session, secret);
    }

    /** It keeps its id, so that signing out still ends all that was granted in it. */
    private Opened renew(BrowserSession session, Set<Factor> factors) {
        var secret = RandomSecret.base64Url();
        var now = clock.instant();
        int renewed =
                db.sql(
                                """
                                update browser_session
                                   set secret_hash = ?, auth_time = ?, factors = ?, last_seen_at = ?, ends_at = ?
                                 where id = ?\
                                """)
                        .params(
                                SecretHash.of(secret),
                                SqlTime.of(now),
                                Factor.format(factors),
                                SqlTime.of(now),
                                SqlTime.of(now.plus(settings.lifetime())),
                                session.id())
                        .update();
        apps.keep(session.id());
        return renewed == 1
                ? new Opened(
                        new BrowserSession(session.id(), session.account(), now, factors), secret)
                : open(session.account(), factors);
    }

    /** The live session of this secret, if its account may still sign in. */
    public Optional<BrowserSession> find(String secret) {
        var now = clock.instant();
        var found =
                db.sql(
                                """
                                select s.id as session_id, s.auth_time, s.factors, s.last_seen_at, a.*
                                  from browser_session s join account a on a.id = s.account_id
                                 where s.secret_hash = ? and s.ends_at > ? and s.last_seen_at > ? and a.is_active\
                                """)
                        .params(
                                SecretHash.of(secret),
                                SqlTime.of(now),
                                SqlTime.of(now.minus(settings.idleLifetime())))
                        .query(BrowserSessions::seen)
                        .optional();
        found.filter(seen -> seen.at().plus(SEEN_PRECISION).isBefore(now))
                .ifPresent(seen -> touch(seen.session(), now));
        return found.map(Seen::session);
    }

    /** Whether its person showed a moment ago who they are: enough for what is sensitive. */
    public boolean isFresh(BrowserSession session) {
        return !session.authTime().plus(settings.stepUpAfter()).isBefore(clock.instant());
    }

    /**
     * Makes sure that a session stands until the transaction ends. Whoever ends it meanwhile waits,
     * and then finds all that was granted in it.
     *
     * @return whether it does; it may have ended since it was read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(BrowserSession session) {
        return db.sql("select id from browser_session where id = ? for update")
                .param(session.id())
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    /** Signs out: ends one session. */
    @Transactional
    public void end(UUID session) {
        account(session)
                .filter(account -> end(session, account))
                .ifPresent(account -> audit.add(AuditEvent.of(AuditEvent.Kind.SIGN_OUT, account)));
    }

    /** Signs another browser of the same person out; nothing happens to somebody else's. */
    @Transactional
    public void endOther(UUID session, AccountId owner) {
        if (account(session).filter(owner::equals).isPresent()) {
            end(session);
        }
    }

    /** Signs all other browsers of the same person out. */
    @Transactional
    public void endOthers(BrowserSession kept) {
        locks.lock(kept.account().id());
        ids(kept.account().id()).stream().filter(id -> !id.equals(kept.id())).forEach(this::end);
    }

    /** Ends every session of an account; the audit log says what caused it. */
    @Transactional
    public void endAll(AccountId account) {
        ids(account).forEach(session -> end(session, account));
    }

    /** Ends every session of an account but one. */
    @Transactional
    public void endAllBut(UUID kept, AccountId account) {
        ids(account).stream()
                .filter(id -> !id.equals(kept))
                .forEach(session -> end(session, account));
    }

    /** Of two that end it at once, one says so. */
    private boolean end(UUID session, AccountId account) {
        boolean ended =
                db.sql("delete from browser_session where id = ?").param(session).update() == 1;
        if (ended) {
            events.publishEvent(new SessionEvent.Ended(session, account));
        }
        return ended;
    }

    private Optional<AccountId> account(UUID session) {
        return db.sql("select account_id from browser_session where id = ?")
                .param(session)
                .query((row, number) -> new AccountId(row.getLong(1)))
                .optional();
    }

    private List<UUID> ids(AccountId account) {
        return db.sql("select id from browser_session where account_id = ?")
                .param(account.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private record Seen(BrowserSession session, Instant at) {}

    private void touch(BrowserSession session, Instant now) {
        db.sql("update browser_session set last_seen_at = ? where id = ?")
                .params(SqlTime.of(now), session.id())
                .update();
    }

    private static Seen seen(ResultSet row, int number) throws SQLException {
        return new Seen(
                new BrowserSession(
                        row.getObject("session_id", UUID.class),
                        Accounts.account(row, number),
                        SqlTime.read(row, "auth_time"),
                        Factor.parse(row.getString("factors"))),
                SqlTime.read(row, "last_seen_at"));
    }
}
