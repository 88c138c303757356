package dev.serdab.page;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import dev.serdab.testing.Answer;
import dev.serdab.testing.Http;
import dev.serdab.testing.ServerTest;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people see, page by page. */
@Import(Showcase.class)
class PagesTest extends ServerTest {

    private static final List<String> LANGUAGES =
            Languages.SPOKEN.stream().map(Locale::getLanguage).toList();

    @TestFactory
    Stream<DynamicTest> everyPageSpeaksEveryLanguage() {
        return LANGUAGES.stream()
                .flatMap(language ->
                        Showcase.PAGES.keySet().stream()
                                .map(name -> test(name, language, "/show/")));
    }

    private DynamicTest test(String name, String language, String folder) {
        return DynamicTest.dynamicTest(
                name + " in " + language,
                () -> {
                    var answer = browser(language).get(folder + name).expect(200);
                    var page = Jsoup.parse(answer.body());

                    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
                    assertThat(answer.header("Content-Language")).isEqualTo(language);
                    assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
                    assertThat(answer.body())
                            .as("every message key and expression is resolved")
                            .doesNotContain("??", " th:", "{0}", "${", "data-th-");
                    isReadableByEverybody(page);
                    runsNothingButOurs(page);
                });
    }

    @TestFactory
    Stream<DynamicTest> noPageRepeatsWhatItIsToldAsMarkup() {
        return Showcase.HOSTILE_PAGES.keySet().stream()
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () -> {
                                    var page = page("en", "/hostile/" + name);

                                    runsNothingButOurs(page);
                                    assertThat(page.select("img, iframe, object")).isEmpty();
                                    assertThat(page.html()).doesNotContain("7006652");
                                }));
    }

    @TestFactory
    Stream<DynamicTest> everyLanguageHasTheSameMessages() throws IOException {
        var bundles =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:pages/**/messages.properties");
        assertThat(bundles).hasSizeGreaterThan(10);
        return Arrays.stream(bundles)
                .flatMap(english ->
                        LANGUAGES.stream()
                                .filter(language -> !language.equals("en"))
                                .map(language -> sameMessages(english, language)));
    }

    private static DynamicTest sameMessages(Resource english, String language) {
        return DynamicTest.dynamicTest(
                english + " in " + language,
                () -> {
                    var asked = bundle(english);
                    var spoken =
                            bundle(english.createRelative("messages_" + language + ".properties"));

                    assertThat(spoken.stringPropertyNames()).isEqualTo(asked.stringPropertyNames());
                    assertThat(asked.values()).allSatisfy(PagesTest::isNoAccidentalFormat);
                    assertThat(spoken.values()).allSatisfy(PagesTest::isNoAccidentalFormat);
                    assertThat(asked.stringPropertyNames())
                            .allSatisfy(key ->
                                    assertThat(placeholders(spoken, key))
                                            .as(key)
                                            .isEqualTo(placeholders(asked, key)));
                });
    }

    @Test
    void everyScopeIsExplainedInEveryLanguage() {
        assertThat(
                        database.sql()
                                .sql(
                                        """
                                        select scope from scope_sentence group by scope
                                        having count(distinct language) < ?\
                                        """)
                                .param(LANGUAGES.size())
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    @Test
    void theAddressDecidesOnTheLanguageBeforeTheBrowserDoes() {
        assertThat(language("en", "/show/sign-in?ui_locales=ko")).isEqualTo("ko");
        assertThat(language("en", "/show/sign-in?ui_locales=fr-CA%20ko-KR+en")).isEqualTo("ko");
        assertThat(language("ko-KR,ko;q=0.9,en;q=0.8", "/show/sign-in")).isEqualTo("ko");
        assertThat(language("ko", "/show/sign-in?ui_locales=en")).isEqualTo("en");
        assertThat(language("ko", "/show/sign-in?ui_locales=xx")).isEqualTo("ko");
        assertThat(language("fr,pt;q=0.5", "/show/sign-in")).isEqualTo("en");
        assertThat(language("fr,de-AT;q=0.5", "/show/sign-in")).isEqualTo("de");
        assertThat(language("es-MX", "/show/sign-in?ui_locales=ja-JP")).isEqualTo("ja");
        assertThat(language("not a language", "/show/sign-in?ui_locales=%3Cscript%3E&ui_locales="))
                .isEqualTo("en");
        assertThat(Jsoup.parse(app.get("/show/sign-in").body()).selectFirst("html").attr("lang"))
                .isEqualTo("en");
    }

    @Test
    void aPageOfAStoredRequestSpeaksTheLanguageThatRequestAskedFor() {
        assertThat(language("en", "/show/in-korean")).isEqualTo("ko");
    }

    @Test
    void formsCarryTheirCsrfToken() {
        for (var name :
                List.of(
                        "sign-in",
                        "sign-up",
                        "sign-out",
                        "consent",
                        "choose-account",
                        "account",
                        "setup",
                        "activate",
                        "choose-password",
                        "choose-email",
                        "ask-for-link-password")) {
            assertThat(page("en", "/show/" + name).select("form input[name=_csrf]"))
                    .as(name)
                    .hasSize(1)
                    .allSatisfy(token -> assertThat(token.val()).isNotBlank());
        }
    }

    @Test
    void theSignInFormIsOneThatPasswordManagersKnow() {
        var page = page("en", "/show/sign-in-for-app");
        var form = page.selectFirst("form");

        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.attr("action")).isEqualTo("/sign-in");
        assertThat(form.hasAttr("novalidate")).isTrue();
        assertThat(form.selectFirst("#email").attr("autocomplete")).isEqualTo("username webauthn");
        assertThat(form.selectFirst("#email").attr("name")).isEqualTo("email");
        assertThat(form.selectFirst("#email").val()).isEqualTo("ada@example.org");
        assertThat(form.selectFirst("#password").attr("autocomplete"))
                .isEqualTo("current-password");
        assertThat(form.selectFirst("input[name=continue]").val()).isEqualTo("handle");
        assertThat(form.select("button#sign-in")).hasSize(1);
        assertThat(page.title()).isEqualTo("Sign in to continue to Notes · Serdab");
    }

    @Test
    void aFailedSignInSaysSoFirstAndKeepsTheAddress() {
        var page = page("en", "/show/sign-in-wrong");
        var alert = page.selectFirst("[role=alert]");

        assertThat(page.title()).startsWith("Error: ");
        assertThat(alert.text()).contains("That e-mail and password don’t match.");
        assertThat(alert.selectFirst("a").attr("href")).isEqualTo("#password");
        assertThat(page.selectFirst("#email").val()).isEqualTo("ada@example.org");
        assertThat(page.selectFirst("#email").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.selectFirst("#password").attr("aria-describedby")).isEqualTo(alert.id());
        assertThat(page.selectFirst("#password").val()).isEmpty();
        assertThat(page("en", "/show/sign-in-too-many").text()).contains("wait 15 minutes");
    }

    @Test
    void consentIsAsEasilyDeniedAsGiven() {
        var form = page("en", "/show/consent").selectFirst("form");

        assertThat(form.selectFirst("#allow").attr("name")).isEqualTo("decision");
        assertThat(form.selectFirst("#allow").val()).isEqualTo("allow");
        assertThat(form.selectFirst("#deny").attr("name")).isEqualTo("decision");
        assertThat(form.selectFirst("#deny").val()).isEqualTo("deny");
        assertThat(form.select("#allow, #deny").eachAttr("type")).containsOnly("submit");
        assertThat(form.select("input[type=checkbox][name=scope]").eachAttr("value"))
                .containsExactly("email", "notes.write");
        assertThat(form.select("input[type=checkbox]"))
                .allSatisfy(box -> assertThat(box.hasAttr("checked")).isTrue());
        assertThat(form.select("input[type=hidden][name=scope]").eachAttr("value"))
                .containsExactly("openid");
    }

    @Test
    void whatIsPostedToAnAppIsTheAnswerAlone() {
        var form = page("en", "/show/form-post").selectFirst("form");

        assertThat(form.attr("action")).isEqualTo("https://notes.example.com/cb?a=1&b=2");
        assertThat(form.select("[name]").eachAttr("name")).containsExactly("state");
        assertThat(form.select("button#continue")).hasSize(1);
    }

    @Test
    void signingOutCarriesTheAppsFieldsAlong() {
        var form = page("en", "/show/sign-out-for-app").selectFirst("form");

        assertThat(form.attr("action")).isEqualTo("/connect/logout");
        assertThat(form.selectFirst("input[name=state]").val()).isEqualTo("value");
        assertThat(form.select("button#sign-out")).hasSize(1);
    }

    @Test
    void theWordsForAnAppsMakersAreShortAndNeverMarkup() {
        var page = page("en", "/show/error-wrong-redirect-uri");

        assertThat(page.selectFirst(".detail code").text()).isEqualTo("redirect_uri = Notes");
        assertThat(page("en", "/show/error-request-over").select(".detail code")).isEmpty();
        assertThat(ErrorPage.of(HttpStatus.BAD_REQUEST, "x", "a".repeat(9000)).getModel())
                .extractingByKey("args", as(InstanceOfAssertFactories.ARRAY))
                .containsExactly("a".repeat(100) + "…");
    }

    @Test
    void theSummaryNamesProblemsInTheOrderOfTheFields() {
        assertThat(page("en", "/show/setup-problems").select("[role=alert] a").eachAttr("href"))
                .containsExactly("#email", "#password", "#password");
    }

    @Test
    void onlyWebAddressesInAMailAreLinks() {
        var text = page("en", "/hostile/message").selectFirst("pre");

        assertThat(text.select("a").eachAttr("href"))
                .containsExactly(
                        "http://localhost:3000/activate/MQ/dfa3hz-6d9f1b2c3d4e5f60718293a4b5c6d7e8");
        assertThat(text.wholeText()).contains(Showcase.HOSTILE);
    }

    @Test
    void theStylesheetMayBeKeptForGood() {
        var path = page("en", "/show/sign-in").selectFirst("link[rel=stylesheet]").attr("href");
        var css = app.get(path).expect(200);

        assertThat(path).matches("/assets/[0-9a-f]{16}/serdab\\.css");
        assertThat(css.header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
        assertThat(css.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(css.header("Set-Cookie")).isEmpty();
        assertThat(css.body()).contains(":root").doesNotContain("url(", "@import");
    }

    @Test
    void aStylesheetOfAnotherVersionIsNotKept() {
        var css = app.get("/assets/0123456789abcdef/serdab.css").expect(200);

        assertThat(css.header("Cache-Control")).isEqualTo("no-store");
        app.get("/assets/0123456789abcdef/application.yaml").expect(404);
        app.get("/assets/0123456789abcdef/..%2fapplication.yaml").expect(400);
    }

    @Test
    void theIconIsOurSeal() {
        var icon = app.get("/favicon.ico").expect(200);

        assertThat(icon.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(icon.body()).startsWith("<svg").doesNotContain("script", "style");
    }

    private static void isReadableByEverybody(Document page) {
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("header, footer")).hasSize(2);
        assertThat(page.title()).endsWith(" · Serdab").doesNotStartWith(" ");
        assertThat(page.select("input:not([type=hidden])"))
                .allSatisfy(input -> assertThat(label(page, input)).isNotBlank());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("[aria-describedby]").eachAttr("aria-describedby"))
                .flatMap(ids -> List.of(ids.split(" ")))
                .allSatisfy(id -> assertThat(page.getElementById(id)).as(id).isNotNull());
        assertThat(page.select("a[href^=#]").eachAttr("href"))
                .allSatisfy(link -> assertThat(page.getElementById(link.substring(1))).isNotNull());
    }

    private static String label(Document page, Element input) {
        var around = input.closest("label");
        return around != null ? around.text() : page.select("label[for=" + input.id() + "]").text();
    }

    /** The policy would stop it; the page doesn't even try. */
    private static void runsNothingButOurs(Document page) {
        assertThat(page.select("style, base, meta[http-equiv]")).isEmpty();
        assertThat(page.select("script").eachAttr("src"))
                .allSatisfy(
                        source -> assertThat(source).startsWith("/assets/").endsWith("/serdab.js"))
                .hasSize(1);
        assertThat(page.select("script").eachText()).isEmpty();
        assertThat(page.getAllElements())
                .flatMap(element -> element.attributes().asList())
                .allSatisfy(attribute ->
                        assertThat(attribute.getKey())
                                .doesNotStartWith("on")
                                .isNotEqualTo("style"));
        assertThat(page.select("[href]").eachAttr("href"))
                .allSatisfy(link -> assertThat(link).matches("(/|#|https?://|otpauth://totp/).*"));
    }

    /** A plain apostrophe would swallow what follows it once a message has a parameter. */
    private static void isNoAccidentalFormat(Object message) {
        assertThat((String) message).isNotBlank().doesNotContain("'");
    }

    private static Set<String> placeholders(Properties bundle, String key) {
        return Pattern.compile("\\{\\d")
                .matcher(bundle.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(toSet());
    }

    private static Properties bundle(Resource file) throws IOException {
        try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            var bundle = new Properties();
            bundle.load(text);
            return bundle;
        }
    }

    private String language(String accepted, String path) {
        return page(accepted, path).selectFirst("html").attr("lang");
    }

    private Document page(String language, String path) {
        Answer answer = browser(language).get(path).expect(200);
        return Jsoup.parse(answer.body());
    }

    private Http browser(String language) {
        return app.with("Accept", "text/html").with("Accept-Language", language);
    }
}
