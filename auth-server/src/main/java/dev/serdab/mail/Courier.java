package dev.serdab.mail;

import dev.serdab.mail.Delivery.Postponed;
import dev.serdab.mail.Delivery.Unreachable;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Carries what lies in the outbox, one mail after the other. Each node has one. */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private static final int AT_A_TIME = 20;

    private final Outbox outbox;
    private final OutboxQueue queue;
    private final Carrier carrier;
    private final DeliveryNotes notes;
    private final Clock clock;
    private final MailThread thread = new MailThread();
    private final AtomicBoolean isCalled = new AtomicBoolean();

    Courier(Outbox outbox, OutboxQueue queue, Carrier carrier, DeliveryNotes notes, Clock clock) {
        this.outbox = outbox;
        this.queue = queue;
        this.carrier = carrier;
        this.notes = notes;
        this.clock = clock;
    }

    /** A mail is in the outbox, committed. Fails never: what goes wrong here is tried again. */
    void posted(Parcel parcel) {
        switch (carrier.pace()) {
            case AT_ONCE -> {
                // Whoever posts may still hold a database connection, and must not need a second.
                var delivery = carried(parcel.id(), () -> parcel);
                thread.run(() -> notes.note(parcel.id(), delivery));
            }
            case SOON -> call();
            case NOT_YET, NEVER -> {}
        }
    }

    /** Finds what a crash left, and what is to be tried again. */
    @Scheduled(fixedDelayString = "PT5S")
    void call() {
        if (isCalled.compareAndSet(false, true)) {
            thread.run(() -> {
                isCalled.set(false);
                deliverDue();
            });
        }
    }

    /** Carries everything that is due, unless nothing can be carried. */
    void deliverDue() {
        if (carrier.pace() == Carrier.Pace.NOT_YET || carrier.pace() == Carrier.Pace.NEVER) {
            return;
        }
        boolean goesOn = !notes.isPaused();
        while (goesOn) {
            var due = queue.due(clock.instant(), AT_A_TIME);
            goesOn = !due.isEmpty();
            for (var id : due) {
                goesOn = goesOn && !thread.isStopping() && deliver(id);
            }
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.stop();
    }

    /** Answers whether it makes sense to go on with the next. */
    private boolean deliver(UUID id) {
        if (!queue.take(id, clock.instant())) {
            return true; // Another node was quicker.
        }
        var delivery = carried(id, () -> outbox.open(id).orElseThrow());
        notes.note(id, delivery);
        return !(delivery instanceof Unreachable);
    }

    private Delivery carried(UUID id, Supplier<Parcel> parcel) {
        try {
            return carrier.carry(parcel.get());
        } catch (RuntimeException e) {
            log.error("Mail {} could not be sent and is tried again", id, e);
            return new Postponed(e.getClass().getSimpleName());
        }
    }
}
