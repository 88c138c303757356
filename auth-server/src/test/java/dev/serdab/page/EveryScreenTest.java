package dev.serdab.page;

import static com.microsoft.playwright.options.ReducedMotion.REDUCE;

import static dev.serdab.testing.Browsers.JavaScript.ON;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.ColorScheme;

import dev.serdab.testing.FullMatrix;
import dev.serdab.testing.ServerTest;
import dev.serdab.testing.Visit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Every page in every state, as a browser shows it: readable by everybody (WCAG 2.2 AA), on small
 * screens and with large letters too, and light to load. Pictures are kept in {@code
 * target/screens}.
 */
@Import(Showcase.class)
class EveryScreenTest extends ServerTest {

    /** Shown as it is: it describes the server that is asked. */
    private static final Map<String, String> REAL = Map.of("openapi/api", "/dev/api");

    /** Pages that say the same as another, of another link. */
    private static final Map<String, String> ALIKE =
            Map.of(
                    "emailchange/move-not-valid", "mailedlink/not-valid",
                    "emailchange/moved", "emailchange/chosen");

    /** Leaves for the app as soon as it is there. */
    private static final String LEAVES = "form-post";

    @Test
    void everyTemplateIsLookedAt() throws IOException {
        var shown = new HashSet<>(REAL.keySet());
        Showcase.PAGES.values().stream().map(ModelAndView::getViewName).forEach(shown::add);
        for (var page :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:pages/*/*.html")) {
            // What has no frame of its own is a piece of other pages.
            if (page.getContentAsString(UTF_8).contains("layout :: page(")) {
                var view = page.getURL().getPath().replaceFirst(".*/pages/(.*)\\.html", "$1");
                assertThat(shown).as("the sample pages of Showcase").contains(view);
            }
        }
    }

    @Test
    void everyScreenIsThereAtOnceAndForEverybodyLightAndDark() {
        assertThat(walk("en", EveryScreenTest::inBothSchemes)).isEmpty();
    }

    @FullMatrix
    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja", "de", "es"})
    void andInEveryOtherLanguage(String language) {
        assertThat(walk(language, EveryScreenTest::inBothSchemes)).isEmpty();
    }

    private static List<String> inBothSchemes(Screen screen, String name) {
        var wrong = new ArrayList<String>();
        if (!REAL.containsKey(name)) {
            wrong.addAll(screen.whatIsTooHeavy());
        }
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            screen.turn(scheme);
            screen.keep(name);
            wrong.addAll(screen.violations());
        }
        return wrong;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "ja"})
    void nothingIsCutOffOnASmallScreenAndNoTitleIsUsedTwice(String language) {
        assertThat(walk(language, small())).isEmpty();
    }

    @FullMatrix
    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void norInAnyOtherLanguage(String language) {
        assertThat(walk(language, small())).isEmpty();
    }

    private static BiFunction<Screen, String, List<String>> small() {
        var titles = new HashMap<String, String>();
        return (screen, name) -> {
            screen.narrow(360);
            screen.keep(name);
            screen.narrow(320);
            var wrong = new ArrayList<>(screen.whatIsCutOff());
            wrong.addAll(screen.whatIsTooSmallToPress());
            screen.enlargeLetters();
            wrong.addAll(screen.whatIsTooWide());
            // Tabs, the history and screen readers tell pages by their titles.
            var page = view(name);
            var other = titles.putIfAbsent(screen.title(), page);
            if (other != null && !other.equals(page)) {
                wrong.add(other + " has the same title: " + screen.title());
            }
            return wrong;
        };
    }

    private List<String> walk(String language, BiFunction<Screen, String, List<String>> look) {
        var wrong = new ArrayList<String>();
        try (var visit =
                new Visit(
                        ON,
                        options -> options.setLocale(language).setReducedMotion(REDUCE),
                        issuer)) {
            var screen = new Screen(visit.tab(), language);
            addresses()
                    .forEach((name, path) -> {
                        screen.show(issuer + path);
                        look.apply(screen, name).stream()
                                .map(problem -> name + " in " + language + ": " + problem)
                                .forEach(wrong::add);
                    });
        }
        return wrong;
    }

    private static String view(String name) {
        var view =
                Optional.ofNullable(Showcase.PAGES.get(name))
                        .map(ModelAndView::getViewName)
                        .orElse(name.equals("sign-in-ended") ? "signin/sign-in" : name);
        return ALIKE.getOrDefault(view, view);
    }

    private static Map<String, String> addresses() {
        var addresses = new TreeMap<>(REAL);
        Showcase.PAGES.keySet().forEach(name -> addresses.put(name, "/show/" + name));
        addresses.put("sign-in-ended", "/show/sign-in?ended");
        addresses.remove(LEAVES);
        return addresses;
    }
}
