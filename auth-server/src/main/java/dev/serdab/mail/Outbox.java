package dev.serdab.mail;

import dev.serdab.account.EmailAddress;
import dev.serdab.sealing.Seal;
import dev.serdab.sqltime.SqlTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All mails that were posted, each sealed until it has ended. {@link OutboxQueue} sends them. */
@Component
class Outbox {

    private final JdbcClient db;
    private final Seal seal;

    Outbox(JdbcClient db, Seal seal) {
        this.db = db;
        this.seal = seal;
    }

    /** Adds a mail, in the caller's transaction if there is one. */
    void add(Parcel parcel, String kind, EmailAddress to, MailState state, Instant dueAt) {
        var plain = parcel.message().getBytes(StandardCharsets.ISO_8859_1);
        var sealed = seal.close(plain, parcel.id().toString());
        insert(parcel.id(), kind, to, state, parcel.postedAt(), dueAt, sealed);
    }

    /** Notes a mail that is refused here: nothing can be sent to its address. */
    void addUnsendable(UUID id, String kind, EmailAddress to, Instant at) {
        insert(id, kind, to, MailState.REFUSED, at, at, null);
    }

    /** Opens a mail; nothing if it has ended. */
    Optional<Parcel> open(UUID id) {
        return db.sql(
                        """
                        select posted_at, sealed_message from mail_outbox
                         where id = ? and sealed_message is not null\
                        """)
                .param(id)
                .query((row, number) ->
                        new Parcel(
                                id,
                                SqlTime.read(row, "posted_at"),
                                opened(id, row.getBytes("sealed_message"))))
                .optional();
    }

    private void insert(
            UUID id,
            String kind,
            EmailAddress to,
            MailState state,
            Instant postedAt,
            Instant dueAt,
            byte @Nullable [] sealed) {
        db.sql(
                        """
                        insert into mail_outbox (id, kind, recipient, state, sealed_message, attempts, posted_at, due_at, purge_at)
                        values (?, ?, ?, ?, ?, 0, ?, ?, ?)\
                        """)
                .params(id, kind, to.value(), state.name())
                .param(sealed)
                .params(SqlTime.of(postedAt), SqlTime.of(dueAt))
                .param(
                        state == MailState.WAITING
                                ? null
                                : SqlTime.of(postedAt.plus(OutboxCleanUp.KEPT)))
                .update();
    }

    private String opened(UUID id, byte[] sealed) {
        return new String(seal.open(sealed, id.toString()), StandardCharsets.ISO_8859_1);
    }
}
