package dev.serdab.mail;

import dev.serdab.cleanup.ExpiringTable;
import dev.serdab.sealing.SealedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/**
 * Mails that ended are forgotten; one that is still to be sent never is. What waits lies sealed.
 */
@Configuration(proxyBeanMethods = false)
class OutboxCleanUp {

    /** How long an operator can see what became of a mail. */
    static final Duration KEPT = Duration.ofDays(30);

    @Bean
    ExpiringTable endedMails() {
        return new ExpiringTable("mail_outbox", "id", "purge_at");
    }

    @Bean
    SealedColumn sealedMails() {
        return new SealedColumn("mail_outbox", "id", "sealed_message");
    }
}
