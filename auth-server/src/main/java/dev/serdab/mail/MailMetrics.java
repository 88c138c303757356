package dev.serdab.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What operators watch: an old {@code serdab.mail.oldest.waiting} means that nothing leaves,
 * however few mails there are.
 */
@Component
class MailMetrics {

    private final MeterRegistry meters;
    private final Counter sent;

    MailMetrics(MeterRegistry meters, OutboxContents contents, Clock clock) {
        this.meters = meters;
        this.sent =
                Counter.builder("serdab.mail.sent")
                        .description("Mails handed to the mail server or written to their file")
                        .register(meters);
        Gauge.builder("serdab.mail.waiting", contents, OutboxContents::waiting)
                .description("Mails in the outbox that are still to be sent")
                .register(meters);
        TimeGauge.builder(
                        "serdab.mail.oldest.waiting",
                        contents,
                        TimeUnit.SECONDS,
                        outbox -> age(outbox, clock.instant()))
                .description("How long the oldest of them waits; 0 when there is none")
                .register(meters);
    }

    void sent() {
        sent.increment();
    }

    private static double age(OutboxContents outbox, Instant now) {
        return outbox.oldestWaiting()
                .map(postedAt -> Duration.between(postedAt, now).toSeconds())
                .orElse(0L);
    }

    /** Counts an attempt that failed; {@code refused} and {@code given-up} were the last. */
    void failed(String how) {
        Counter.builder("serdab.mail.failed")
                .description("Attempts to send a mail that failed")
                .tag("how", how)
                .register(meters)
                .increment();
    }
}
