package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/standards.md} is true: every line names classes and tests that exist. */
class StandardsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void everyLineNamesAClassAndATestThatExist() throws IOException {
        var classes = names(ROOT.resolve("auth-server/src/main/java/dev/serdab"));
        var tests = names(ROOT.resolve("auth-server/src/test/java"));
        tests.addAll(names(ROOT.resolve("resource-server-demo/src/test/java")));

        assertThat(rows())
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> {
                    assertThat(row).hasSize(3);
                    assertThat(code(row.get(1)))
                            .as("classes of: %s", row.get(0))
                            .isNotEmpty()
                            .allMatch(name -> isThere(name, classes));
                    assertThat(code(row.get(2)).map(name -> name + ".java"))
                            .as("tests of: %s", row.get(0))
                            .isNotEmpty()
                            .allSatisfy(name ->
                                    assertThat(tests).anyMatch(test -> test.endsWith("/" + name)));
                });
    }

    /** The cells of the table, below its head. */
    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/standards.md")).stream()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.substring(1, line.lastIndexOf('|')))
                .map(line -> List.of(line.split("\\|")))
                .toList();
    }

    /** A class as {@code package.Name}, or a module. */
    private static boolean isThere(String name, Set<String> classes) {
        return Files.isRegularFile(ROOT.resolve(name).resolve("pom.xml"))
                || classes.contains("/" + name.replace('.', '/') + ".java");
    }

    private static Stream<String> code(String cell) {
        return CODE.matcher(cell).results().map((MatchResult found) -> found.group(1));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> "/" + folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }
}
