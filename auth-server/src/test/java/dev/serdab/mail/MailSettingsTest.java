package dev.serdab.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serdab.settings.WrongSetting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class MailSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody", "a@b, c@d", "a b@example.org", "a@example.org\r\nBcc: b@c"})
    void aSenderThatIsNoAddressStopsTheStart(String from) {
        assertThatThrownBy(() -> new MailSettings(from, null))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("serdab.mail.from is");
    }

    @Test
    void aSenderMayHaveANameInAnyScript() {
        var sender = new MailSettings("세르답 <id@example.org>", null).sender();

        assertThat(sender.getAddress()).isEqualTo("id@example.org");
        assertThat(sender.getPersonal()).isEqualTo("세르답");
        assertThat(sender.toString()).matches("\\p{ASCII}+");
    }

    @Test
    void aDirectoryThatIsAFileStopsTheStart() {
        assertThatThrownBy(() -> new MailSettings("id@example.org", Path.of("pom.xml")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("serdab.mail.directory is");
    }

    @Test
    void anEmptyDirectoryIsNone() {
        assertThat(new MailSettings("id@example.org", Path.of("")).directory()).isNull();
    }
}
