package dev.serdab.mail;

import dev.serdab.mail.Delivery.Postponed;
import dev.serdab.mail.Delivery.Refused;
import dev.serdab.mail.Delivery.Sent;
import dev.serdab.mail.Delivery.Unreachable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.UUID;

/** Writes down what became of each mail: in its row, in the metrics, and in the log if it ended. */
@Component
class DeliveryNotes {

    private static final Logger log = LoggerFactory.getLogger(DeliveryNotes.class);

    private final OutboxQueue queue;
    private final MailMetrics metrics;
    private final Clock clock;
    private final Reachability reachability = new Reachability();

    DeliveryNotes(OutboxQueue queue, MailMetrics metrics, Clock clock) {
        this.queue = queue;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Whether nothing could be carried a moment ago. */
    boolean isPaused() {
        return reachability.isPausedAt(clock.instant());
    }

    void note(UUID id, Delivery delivery) {
        var now = clock.instant();
        if (!(delivery instanceof Unreachable)) {
            reachability.worked();
        }
        switch (delivery) {
            case Sent _ -> {
                queue.end(id, MailState.SENT, null, now);
                metrics.sent();
            }
            case Refused(var problem) -> {
                queue.end(id, MailState.REFUSED, problem, now);
                metrics.failed("refused");
                log.warn("Mail {} was refused: its row in mail_outbox says why", id);
            }
            case Postponed(var problem) -> {
                if (queue.postpone(id, problem, now) == MailState.GIVEN_UP) {
                    metrics.failed("given-up");
                    log.warn("Mail {} was given up: its row in mail_outbox says why", id);
                } else {
                    metrics.failed("postponed");
                }
            }
            case Unreachable(var problem) -> {
                queue.putBack(id, problem, now);
                metrics.failed("unreachable");
                reachability.failed(problem, now);
            }
        }
    }
}
