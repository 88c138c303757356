package dev.serdab.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.stream.Collectors.toSet;

import dev.serdab.account.EmailAddress;
import dev.serdab.brand.Brand;
import dev.serdab.brand.BrandSettings;
import dev.serdab.page.Languages;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class TemplatesTest {

    private static final Path FOLDERS = Path.of("src/main/resources/mail");

    private static final List<String> NAMES =
            Languages.SPOKEN.stream()
                    .map(language -> language.equals(Locale.ENGLISH) ? "" : "_" + language)
                    .flatMap(suffix ->
                            Stream.of(
                                    "subject" + suffix + ".txt",
                                    "body" + suffix + ".txt",
                                    "body" + suffix + ".html"))
                    .toList();

    private final Templates templates =
            new Templates(new Brand(new BrandSettings("Example", null, null)));

    @Test
    void htmlEscapesWhatPeopleWroteAndTextDoesNot() {
        var letter = render("<b onclick=x>Ada & Co</b>");

        assertThat(letter.html())
                .contains("&lt;b onclick=x&gt;Ada &amp; Co&lt;/b&gt;")
                .doesNotContain("<b ");
        assertThat(letter.text()).contains("<b onclick=x>Ada & Co</b>");
        assertThat(letter.subject()).isEqualTo("A link for <b onclick=x>Ada & Co</b>");
    }

    @Test
    void aLinkIsTheSameInBothForms() {
        var letter = render("Ada");

        assertThat(letter.text()).contains("\n" + PasswordLinkMail.LINK + "\n");
        assertThat(letter.html())
                .contains("href=\"https://id.example.org/reset/MQ/d0a1-secret?a=1&amp;b=2\"")
                .contains("<html lang=\"en\">")
                .doesNotContain("th:replace", "th:href", "<!--");
    }

    @Test
    void aNameCannotPutALinkBeforeOurs() {
        assertThat(render("http://evil.example/").text())
                .doesNotContain("http://")
                .containsOnlyOnce("://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u0085", "\u2028", "\0", "\u000b"})
    void aNameCannotStartAHeader(String lineBreak) throws Exception {
        var letter = render("Ada" + lineBreak + "Bcc: eve@example.org");

        assertThat(letter.subject()).isEqualTo("A link for Ada Bcc: eve@example.org");
        assertThat(written(letter, "ada@example.org").getAllRecipients()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@example.org, eve@example.org",
                "Ada <ada@example.org>",
                "friends: ada@example.org;",
                "ada",
            })
    void nothingButAnAddressIsWrittenTo(String address) {
        assertThatThrownBy(() -> written(render("Ada"), address))
                .isInstanceOf(AddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b@localhost", "\"a,b\"@example.org", "ada@[127.0.0.1]"})
    void everyAddressIsWrittenTo(String address) throws Exception {
        var to = (InternetAddress) written(render("Ada"), address).getAllRecipients()[0];
        assertThat(to.getAddress()).isEqualTo(address);
    }

    @Test
    void aDomainInAnyScriptIsWrittenToByItsAsciiName() throws Exception {
        assertThat(written(render("Ada"), "ada@예시.한국").getHeader("To", null))
                .startsWith("ada@xn--")
                .endsWith(".xn--3e0b707e");
    }

    @Test
    void everyKindOfMailHasItsFolderInEveryLanguage() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Mail.class));
        assertThat(scan.findCandidateComponents("dev.serdab"))
                .isNotEmpty()
                .allSatisfy(mail -> {
                    var kind = Templates.kindOf(Class.forName(mail.getBeanClassName()));
                    assertThat(NAMES).allSatisfy(name -> assertThat(resource(kind, name)).exists());
                });
    }

    @Test
    void aTranslationHasThePlaceholdersOfTheOriginal() throws IOException {
        try (var files = Files.walk(FOLDERS)) {
            var originals =
                    files.filter(file ->
                                    file.getFileName().toString().matches("(subject|body)\\..*"))
                            .toList();
            assertThat(originals)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(original -> {
                        for (var language : Languages.SPOKEN.subList(1, Languages.SPOKEN.size())) {
                            var name = original.getFileName().toString();
                            var translated = name.replace(".", "_" + language + ".");
                            assertThat(placeholders(original.resolveSibling(translated)))
                                    .as("%s of %s", translated, original.getParent())
                                    .isEqualTo(placeholders(original));
                        }
                    });
        }
    }

    private static Set<String> placeholders(Path file) throws IOException {
        return Pattern.compile("\\$\\{(\\w+)")
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
    }

    @Test
    void noTemplateLeavesWhatPeopleWroteUnescapedInHtml() throws IOException {
        try (var files = Files.walk(FOLDERS).filter(file -> file.toString().endsWith(".html"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("[(", "utext"));
        }
    }

    private Letter render(String name) {
        return templates.render(PasswordLinkMail.named("ada@example.org", name), Locale.ENGLISH);
    }

    private static Path resource(String kind, String name) {
        var inTests = Path.of("src/test/resources/mail", kind, name);
        return Files.exists(inTests) ? inTests : FOLDERS.resolve(kind).resolve(name);
    }

    private static MimeMessage written(Letter letter, String to) throws Exception {
        var from = new InternetAddress("id@example.org");
        var id = UUID.randomUUID();
        return Messages.read(
                Messages.write(letter, new EmailAddress(to), from, id, Instant.EPOCH), null);
    }
}
