package dev.serdab.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The ways to a Chromium: the one on the PATH, the one that Playwright downloaded earlier, Debian's
 * package if we may install it, and Playwright's download. The first that starts is taken.
 */
class BrowserInstallation {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    // It is to talk to the server under test and to nobody else. Playwright adds --no-sandbox,
    // which
    // root needs.
    private static final List<String> ARGUMENTS =
            List.of(
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static final String ADVICE =
            "There is no browser for the tests: install Chromium (Debian: apt-get install chromium)"
                    + " or Google Chrome so that it is on the PATH, or let the build reach the"
                    + " network so that Playwright can download its own.";

    private final Playwright playwright;

    BrowserInstallation(Playwright playwright) {
        this.playwright = playwright;
    }

    /** Fails with a sentence that says what to install; standard output says what was tried. */
    Browser browser() {
        var browser = present();
        if (browser == null) {
            browser = installed();
        }
        if (browser == null) {
            throw new IllegalStateException(ADVICE);
        }
        return browser;
    }

    private @Nullable Browser present() {
        // Some are scripts that only tell how to get a browser, so what counts is that it starts.
        for (var name : NAMES) {
            var executable = onPath(name);
            if (executable != null) {
                var browser = start(executable.toString(), o -> o.setExecutablePath(executable));
                if (browser != null) {
                    return browser;
                }
            }
        }
        return start("Playwright's own", o -> {});
    }

    private @Nullable Browser start(String name, Consumer<BrowserType.LaunchOptions> which) {
        var options = new BrowserType.LaunchOptions();
        options.setHeadless(true).setArgs(ARGUMENTS).setTimeout(120_000);
        which.accept(options);
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            say(name + " does not start", reason(e));
            return null;
        }
    }

    // The message without the advice in a frame and the stack trace that Playwright adds.
    private static Stream<String> reason(PlaywrightException e) {
        return e.getMessage()
                .lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("  name="))
                .filter(line -> !line.startsWith("╔") && !line.startsWith("║"))
                .filter(line -> !line.startsWith("╚"));
    }

    // One JVM installs; others wait, and then start what it installed.
    private @Nullable Browser installed() {
        var cache = Path.of(System.getProperty("user.home"), ".cache");
        try {
            Files.createDirectories(cache);
            try (var file =
                            FileChannel.open(
                                    cache.resolve("serdab-browser-installation.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = file.lock()) {
                var browser = present();
                if (browser == null && mayInstallPackages()) {
                    installPackages();
                    browser = present();
                }
                if (browser == null) {
                    downloadPlaywrightsOwn();
                    browser = present();
                }
                return browser;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayInstallPackages() {
        return System.getProperty("user.name").equals("root") && onPath("apt-get") != null;
    }

    private static void installPackages() {
        say("there is none: installing Debian's, which takes some minutes");
        run(Duration.ofMinutes(5), aptGet("update"));
        // Fonts first and apart, one of them for Korean: Ubuntu has these, but no such browser.
        run(Duration.ofMinutes(10), aptGet("install", "fonts-dejavu-core", "fonts-nanum"));
        run(Duration.ofMinutes(20), aptGet("install", "chromium"));
    }

    private static List<String> aptGet(String verb, String... packages) {
        var command = new ArrayList<>(List.of("apt-get", "-q", "-y", verb));
        command.addAll(List.of("-o", "DPkg::Lock::Timeout=300"));
        if (packages.length > 0) {
            command.add("--no-install-recommends");
            command.addAll(List.of(packages));
        }
        say(String.join(" ", command));
        return command;
    }

    private static void downloadPlaywrightsOwn() {
        say(
                "there is none: letting Playwright download its own, once for this machine",
                Stream.of());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
        command.add("-Dplaywright.driver.tmpdir=" + Browsers.TARGET);
        command.addAll(List.of("com.microsoft.playwright.CLI", "install", "--only-shell"));
        if (mayInstallPackages()) {
            command.add("--with-deps");
        }
        command.add("chromium");
        run(Duration.ofMinutes(20), command);
    }

    private static void run(Duration limit, List<String> command) {
        var log = Browsers.TARGET.resolve("browser-installation.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                say("not done after " + limit.toMinutes() + " minutes");
            } else if (process.exitValue() != 0) {
                var lines = Files.readAllLines(log, ISO_8859_1);
                say("failed", lines.stream().skip(Math.max(0, lines.size() - 10)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while installing a browser", e);
        }
    }

    private static @Nullable Path onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElse(null);
    }

    private static void say(String line) {
        System.out.println("Browser for the tests: " + line);
    }

    private static void say(String line, Stream<String> details) {
        say(line);
        details.map("    "::concat).forEach(System.out::println);
    }
}
