package dev.serdab.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** What operators watch: a growing {@code serdab.mail.waiting} means that nothing leaves. */
@Component
class MailMetrics {

    private final MeterRegistry meters;
    private final Counter sent;

    MailMetrics(MeterRegistry meters, OutboxContents contents) {
        this.meters = meters;
        this.sent =
                Counter.builder("serdab.mail.sent")
                        .description("Mails handed to the mail server or written to their file")
                        .register(meters);
        Gauge.builder("serdab.mail.waiting", contents, OutboxContents::waiting)
                .description("Mails in the outbox that are still to be sent")
                .register(meters);
    }

    void sent() {
        sent.increment();
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
