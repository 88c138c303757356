package dev.serdab.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;

import dev.serdab.testing.Accessibility;
import dev.serdab.testing.Browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a browser shows of a page, measured. */
class Screen {

    private static final int MOST_BYTES = 50 * 1024;
    private static final int MOST_REQUESTS = 3;

    private static final String CUT_OFF =
            """
            [...document.querySelectorAll('body *')]
              .filter(e => e.checkVisibility() && !e.closest('svg, .unseen') && e.clientWidth)
              .filter(e => getComputedStyle(e).overflowX != 'visible' && e.scrollWidth > e.clientWidth + 1
                || getComputedStyle(e).overflowY != 'visible' && e.scrollHeight > e.clientHeight + 1
                || e.getBoundingClientRect().right > innerWidth + 1)
              .filter(e => !e.matches('input'))
              .map(e => 'cut off: ' + e.outerHTML.slice(0, 120))\
            """;

    private static final String TOO_SMALL =
            """
            [...document.querySelectorAll('button, .button, summary, input:not([type=hidden])')]
              .filter(e => e.checkVisibility() && !e.closest('.unseen'))
              .map(e => [e, (e.closest('label') ?? e).getBoundingClientRect()])
              .filter(([_, area]) => area.width < 44 || area.height < 44)
              .map(([e, area]) => `${area.width} x ${area.height}: ` + e.outerHTML.slice(0, 120))\
            """;

    private static final String TOO_WIDE =
            """
            document.documentElement.scrollWidth > document.documentElement.clientWidth
              ? ['wider than the screen: ' + document.documentElement.scrollWidth] : []\
            """;

    private final Page tab;
    private final String language;
    private final List<Request> requests = new ArrayList<>();
    private String look = "";

    Screen(Page tab, String language) {
        this.tab = tab;
        this.language = language;
        tab.onRequestFinished(requests::add);
        // Each page is measured as if it were somebody's first.
        var devTools = tab.context().newCDPSession(tab);
        devTools.send("Network.enable");
        var caching = new com.google.gson.JsonObject();
        caching.addProperty("cacheDisabled", true);
        devTools.send("Network.setCacheDisabled", caching);
    }

    void show(String address) {
        requests.clear();
        tab.setViewportSize(1280, 800);
        assertThat(tab.navigate(address).status()).as(address).isEqualTo(200);
    }

    void turn(ColorScheme scheme) {
        tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        look = scheme.name().toLowerCase(Locale.ROOT);
    }

    void narrow(int width) {
        tab.setViewportSize(width, 640);
        look = String.valueOf(width);
    }

    /** To twice their size, as browsers let people do (WCAG 2.2 §1.4.4). */
    void enlargeLetters() {
        tab.evaluate("document.documentElement.style.fontSize = '200%'");
    }

    void keep(String name) {
        Browsers.screenshot(tab, String.join("-", name.replace('/', '-'), language, look));
    }

    String title() {
        return tab.title();
    }

    List<String> violations() {
        return Accessibility.violations(tab);
    }

    List<String> whatIsCutOff() {
        return list(CUT_OFF);
    }

    List<String> whatIsTooSmallToPress() {
        return list(TOO_SMALL);
    }

    List<String> whatIsTooWide() {
        return list(TOO_WIDE);
    }

    List<String> whatIsTooHeavy() {
        var loaded = List.copyOf(requests);
        // The tab's icon is fetched once and beside the page.
        var needed = loaded.stream().filter(request -> !request.url().endsWith(".svg")).count();
        var bytes =
                loaded.stream()
                        .map(Request::sizes)
                        .mapToInt(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
                        .sum();
        return bytes > MOST_BYTES || needed > MOST_REQUESTS
                ? List.of("%d bytes in %d requests".formatted(bytes, needed))
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String script) {
        return (List<String>) tab.evaluate(script);
    }
}
