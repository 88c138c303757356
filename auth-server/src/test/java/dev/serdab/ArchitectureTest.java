package dev.serdab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/serdab");

    @Test
    void packagesDependOnlyOnWhatTheySayAndNeverInCircles() {
        ApplicationModules.of(AuthServer.class).verify();
    }

    @Test
    void everyPackageIntroducesItselfAndIsNullMarked() throws IOException {
        try (var folders = Files.walk(SOURCES).filter(Files::isDirectory)) {
            assertThat(folders.toList())
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java"))
                                    .content()
                                    .contains("@NullMarked", "/**"));
        }
    }

    @Test
    void noNameSaysNothing() throws IOException {
        try (var files = Files.walk(SOURCES).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .noneMatch(
                            name -> name.matches(".*(Impl|Util|Utils|Helper|Manager|Dto)\\.java"));
        }
    }
}
