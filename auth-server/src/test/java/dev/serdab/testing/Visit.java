package dev.serdab.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;

import dev.serdab.testing.Browsers.JavaScript;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Somebody's visit with a real browser. When it ends, it fails if behind the pages something went
 * wrong that nobody saw: a script's error, a breach of a content security policy, a request to
 * somebody else.
 */
public final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final List<String> hosts;
    private final List<String> wrong = new ArrayList<>();

    /** A visit to these origins and no others. */
    public Visit(JavaScript javaScript, Consumer<NewContextOptions> further, String... origins) {
        hosts = List.of(origins);
        context = Browsers.context(javaScript, further);
        context.setDefaultTimeout(20_000);
        context.onRequest(request -> check(request.url()));
        context.onConsoleMessage(this::check);
        context.onWebError(error -> wrong.add(error.error()));
    }

    /** A new tab with nothing in it yet. */
    public Page tab() {
        return context.newPage();
    }

    /** Opens a page in a new tab. */
    public Page open(String address) {
        var page = tab();
        page.navigate(address);
        return page;
    }

    /** Fills in the sign-in page. */
    public static void signIn(Page page, String email, String password) {
        page.fill("#email", email);
        page.fill("#password", password);
        page.click("#sign-in");
    }

    /** Waits until the app has the browser back; what came with it. */
    public static Map<String, String> backAtApp(Page page, App app) {
        page.waitForURL(url -> url.startsWith(app.redirectUri() + "?"));
        assertThat(page.textContent("h1")).isEqualTo("The app");
        return Answer.parameters(URI.create(page.url()));
    }

    @Override
    public void close() {
        context.close();
        assertThat(wrong).as("what went wrong behind the pages").isEmpty();
    }

    private void check(String url) {
        if (!url.startsWith("data:") && hosts.stream().noneMatch(host -> isAt(url, host))) {
            wrong.add("requested " + url);
        }
    }

    private static boolean isAt(String url, String origin) {
        return url.startsWith(origin + "/");
    }

    /** That a page has an error status is also told there; the tests look at that themselves. */
    private void check(ConsoleMessage message) {
        boolean isStatusOfPage =
                message.text().startsWith("Failed to load resource")
                        && !message.location().contains("/assets/");
        if (List.of("error", "warning").contains(message.type()) && !isStatusOfPage) {
            wrong.add(message.type() + ": " + message.text());
        }
    }
}
