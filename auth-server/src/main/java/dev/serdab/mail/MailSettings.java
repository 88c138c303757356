package dev.serdab.mail;

import dev.serdab.settings.WrongSetting;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whom mails come from, and a directory to write them to instead of sending them. The mail server
 * is set with Spring's own {@code spring.mail.host}, {@code .port}, {@code .username}, {@code
 * .password}.
 *
 * @param from the sender, {@code id@example.com} or {@code Example <id@example.com>}
 * @param directory when set, each mail becomes one {@code .eml} file here and none is sent;
 *     relative to the working directory
 */
@ConfigurationProperties("serdab.mail")
record MailSettings(@DefaultValue("webmaster@localhost") String from, @Nullable Path directory) {

    private static final String FROM = "serdab.mail.from";

    MailSettings {
        parse(from);
        if (directory != null) {
            directory = directory.toString().isEmpty() ? null : directory.toAbsolutePath();
        }
        if (directory != null && Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new WrongSetting(
                    "serdab.mail.directory",
                    "is %s, which is not a directory: write one".formatted(directory));
        }
    }

    /** The sender as it stands in a header. */
    InternetAddress sender() {
        return parse(from);
    }

    private static InternetAddress parse(String text) {
        try {
            var address = new InternetAddress(text, true);
            if (text.chars().noneMatch(Character::isISOControl) && !address.isGroup()) {
                address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
                return address;
            }
        } catch (AddressException | UnsupportedEncodingException e) {
            // Said below.
        }
        throw new WrongSetting(
                FROM,
                "is \"%s\", which is not an address: write one such as Example <id@example.com>"
                        .formatted(text));
    }
}
