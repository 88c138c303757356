package dev.serdab.mail;

import jakarta.mail.internet.AddressException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where every mail is posted. It is sent if what caused it is committed, and only then.
 *
 * <p>Before a mail that a stranger can ask for, ask {@link MailLimit}.
 */
@Component
public class Postbox {

    private static final Logger log = LoggerFactory.getLogger(Postbox.class);

    private final Templates templates;
    private final Outbox outbox;
    private final Courier courier;
    private final Carrier carrier;
    private final MailSettings settings;
    private final Clock clock;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);

    Postbox(
            Templates templates,
            Outbox outbox,
            Courier courier,
            Carrier carrier,
            MailSettings settings,
            Clock clock) {
        this.templates = templates;
        this.outbox = outbox;
        this.courier = courier;
        this.carrier = carrier;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Posts a mail in the caller's transaction, or in one of its own when there is none. Into a
     * directory ({@code serdab.mail.directory}) it is written before the commit returns.
     *
     * @param locale the language to write in, if it is one of ours
     */
    public void post(Mail mail, Locale locale) {
        var kind = Templates.kindOf(mail.getClass());
        var id = UUID.randomUUID();
        var now = moment();
        var letter = templates.render(mail, locale);
        Parcel parcel;
        try {
            var message = Messages.write(letter, mail.to(), settings.sender(), id, now);
            parcel = new Parcel(id, now, message);
        } catch (AddressException e) {
            outbox.addUnsendable(id, kind, mail.to(), now);
            log.warn("Mail {} ({}) is for an address that no mail can be sent to", id, kind);
            return;
        }
        outbox.add(parcel, kind, mail.to(), firstState(), firstDue(now));
        afterCommit(() -> courier.posted(parcel));
    }

    /** Whether mails stay here because no way to send them is set, as on a developer's machine. */
    public boolean keepsMails() {
        return carrier.pace() == Carrier.Pace.NEVER;
    }

    private MailState firstState() {
        return keepsMails() ? MailState.KEPT : MailState.WAITING;
    }

    /** What is carried at once is taken already: nobody else has to look at it before. */
    private Instant firstDue(Instant now) {
        return carrier.pace() == Carrier.Pace.AT_ONCE ? now.plus(OutboxQueue.LEASE) : now;
    }

    /** Now, but later than any mail before: mails are sorted by it. */
    private Instant moment() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return latest.updateAndGet(last -> isJustAfter(last, now) ? last.plusNanos(1000) : now);
    }

    private static boolean isJustAfter(Instant last, Instant now) {
        return !now.isAfter(last) && now.isAfter(last.minusSeconds(1));
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
