package dev.serdab.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A real Chromium, started without a window when the first test asks, closed with the JVM.
 *
 * <p>Where there is none, {@link BrowserInstallation} gets one; where that fails too, the test
 * fails and says what to install, since a test of what people see is never skipped. Playwright's
 * objects belong to one thread at a time, as do our tests.
 */
public final class Browsers {

    /** Whether the pages of a context may run scripts. */
    public enum JavaScript {
        ON,
        OFF
    }

    static final Path TARGET = Path.of("target").toAbsolutePath();

    private static @Nullable Browser browser;
    private static @Nullable String whyThereIsNone;

    private Browsers() {}

    /** A context with cookies and storage of its own; the caller closes it. */
    public static BrowserContext context(JavaScript javaScript) {
        return context(javaScript, options -> {});
    }

    /** The same with further options, such as a locale or the size of a phone. */
    public static BrowserContext context(
            JavaScript javaScript, Consumer<Browser.NewContextOptions> further) {
        // Playwright waits for what moves to stand still, and without scripts it would wait for
        // ever.
        var options = new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
        options.setJavaScriptEnabled(javaScript == JavaScript.ON);
        further.accept(options);
        return browser().newContext(options);
    }

    /** Saves the whole page, however long, as {@code target/screens/<name>.png}. */
    public static Path screenshot(Page page, String name) {
        var file = TARGET.resolve("screens").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    private static synchronized Browser browser() {
        if (whyThereIsNone != null) {
            throw new IllegalStateException(
                    whyThereIsNone); // The attempts took minutes: once will do.
        }
        if (browser == null) {
            try {
                browser = new BrowserInstallation(playwright()).browser();
            } catch (RuntimeException e) {
                whyThereIsNone = e.getMessage();
                throw e;
            }
        }
        return browser;
    }

    private static Playwright playwright() {
        var target = TARGET.toFile();
        if (!target.isDirectory() && !target.mkdirs()) {
            throw new IllegalStateException("Cannot create " + target);
        }
        // Its driver is unpacked there, so that "clean" sweeps up after a JVM that was killed.
        System.setProperty("playwright.driver.tmpdir", target.getPath());
        // On its own it would download three browsers.
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright;
    }
}
