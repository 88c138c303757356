package dev.serdab.mail;

import dev.serdab.settings.Development;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A directory before a mail server; neither: mails stay in the outbox. */
@Configuration(proxyBeanMethods = false)
class CarrierChoice {

    private static final Logger log = LoggerFactory.getLogger(CarrierChoice.class);

    @Bean
    Carrier carrier(
            MailSettings settings,
            ObjectProvider<JavaMailSenderImpl> servers,
            Environment environment) {
        if (settings.directory() != null) {
            return new DirectoryCarrier(settings.directory());
        }
        var server = servers.getIfAvailable();
        if (server != null) {
            return new SmtpCarrier(server);
        }
        if (Development.isOn(environment)) {
            return new NoCarrier(Carrier.Pace.NEVER);
        }
        log.warn(
                "No mail is sent: set spring.mail.host to your mail server. Mails wait until then.");
        return new NoCarrier(Carrier.Pace.NOT_YET);
    }
}
