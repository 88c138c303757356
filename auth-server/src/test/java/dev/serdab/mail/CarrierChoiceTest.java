package dev.serdab.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.mail.Carrier.Pace;
import dev.serdab.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

import java.nio.file.Path;

@ExtendWith(OutputCaptureExtension.class)
class CarrierChoiceTest {

    private static final MailSettings PLAIN = new MailSettings("id@example.org", null);

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aDirectoryComesBeforeAMailServer() {
        beans.addBean("mailSender", new JavaMailSenderImpl());
        Path directory = RunningServer.freshDirectory();

        assertThat(paceWith(new MailSettings("id@example.org", directory))).isEqualTo(Pace.AT_ONCE);
        assertThat(directory).isDirectory();
        assertThat(paceWith(PLAIN)).isEqualTo(Pace.SOON);
    }

    @Test
    void aDeveloperNeedsNeither(CapturedOutput output) {
        assertThat(paceWith(PLAIN)).isEqualTo(Pace.NEVER);
        assertThat(output).doesNotContain("WARN");
    }

    @Test
    void inProductionMailsWaitAndTheOperatorIsToldWhatToSet(CapturedOutput output) {
        environment.setProperty("serdab.issuer", "https://id.example.org");

        assertThat(paceWith(PLAIN)).isEqualTo(Pace.NOT_YET);
        assertThat(output).containsOnlyOnce("set spring.mail.host");
    }

    private Pace paceWith(MailSettings settings) {
        return new CarrierChoice()
                .carrier(settings, beans.getBeanProvider(JavaMailSenderImpl.class), environment)
                .pace();
    }
}
