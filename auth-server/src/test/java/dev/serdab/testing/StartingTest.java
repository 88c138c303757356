package dev.serdab.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.serdab.AuthServer;

import io.micrometer.core.instrument.Metrics;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts servers in this JVM that were told something, right or wrong, and stops them again. */
@ExtendWith(OutputCaptureExtension.class)
public abstract class StartingTest {

    /** One for all: keys and tables are made once. */
    private static final Path DATA = RunningServer.freshDirectory();

    private final Map<List<String>, String> wrong = new LinkedHashMap<>();

    /** Calls {@link #wrong} for each. */
    protected abstract void sentences();

    /** What is set, and the sentence that comes of it. */
    protected void wrong(String sentence, String... settings) {
        wrong.put(List.of(settings), sentence);
    }

    @TestFactory
    Stream<DynamicTest> aWrongSettingIsToldInOneSentence(CapturedOutput output) {
        sentences();
        return wrong.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                String.join(" ", entry.getKey()),
                                () -> isTold(entry.getValue(), entry.getKey(), output)));
    }

    private static void isTold(String sentence, List<String> settings, CapturedOutput output) {
        int before = output.getAll().length();

        var failure = catchThrowable(() -> start(settings));

        assertThat(failure).isNotNull();
        var told = output.getAll().substring(before);
        assertThat(description(told)).isEqualTo(sentence);
        assertThat(told).doesNotContain("\tat ");
        assertThat(Metrics.globalRegistry.getRegistries()).as("still in memory").isEmpty();
    }

    /** Starts a server with these settings ({@code name=value}) and stops it. */
    protected static void start(List<String> settings) {
        var all = new ArrayList<String>();
        all.add("server.port=0");
        all.add("management.server.port=0");
        all.add("serdab.data-directory=" + DATA);
        all.addAll(settings);
        SpringApplication.run(
                        AuthServer.class,
                        all.stream().map(setting -> "--" + setting).toArray(String[]::new))
                .close();
    }

    /** What the block says that Spring Boot prints instead of a stack trace. */
    private static String description(String output) {
        var start = output.indexOf("Description:");
        assertThat(start).as(output).isNotNegative();
        var text = output.substring(start + "Description:".length()).strip();
        return Arrays.stream(text.split("\\R\\R", 2)).findFirst().orElseThrow().strip();
    }
}
