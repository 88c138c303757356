package dev.serdab.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class AccentTest {

    private static final Pattern RULE = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#ffffff", "#000000", "#ffcc00", "#FC0", "#0b6e4f", "#1f4a9c", "#ff0000", "#808080",
                "#7f7f7f", "#00ffff", "#0a1f44", "#f4efe5", "#e91e63"
            })
    void wordsAreReadableWhateverTheColour(String colour) {
        var schemes = Accent.of(colour).stylesheet().split("@media", -1);

        isReadable(rules(schemes[0]), Accent.LIGHT);
        isReadable(rules(schemes[1]), Accent.DARK);
    }

    private static void isReadable(Map<String, Colour> rules, List<Colour> grounds) {
        for (var shade : List.of("accent", "accent-strong")) {
            assertThat(rules.get(shade).contrastWith(rules.get("tint"))).isGreaterThan(4.5);
            assertThat(grounds)
                    .allSatisfy(ground ->
                            assertThat(rules.get(shade).contrastWith(ground)).isGreaterThan(4.5));
        }
        for (var fill : List.of("fill", "fill-strong")) {
            assertThat(rules.get("on-fill").contrastWith(rules.get(fill))).isGreaterThan(4.5);
        }
    }

    @Test
    void buttonsHaveTheColourItself() {
        var light = rules(Accent.of("#FC0").stylesheet());

        assertThat(light.get("fill").hex()).isEqualTo("#ffcc00");
        assertThat(light.get("on-fill").hex()).isEqualTo("#000000");
    }

    @Test
    void aColourThatReadsWellStaysAsItIs() {
        assertThat(Accent.of("#0b4f3a").link()).isEqualTo("#0b4f3a");
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Colour.WHITE.contrastWith(Colour.BLACK)).isEqualTo(21.0);
        assertThat(Colour.of("#777777").contrastWith(Colour.WHITE)).isBetween(4.47, 4.49);
    }

    @Test
    void whatLiesBehindWordsIsWhatTheStylesheetSays() throws IOException {
        var css =
                new ClassPathResource("assets/serdab.css")
                        .getContentAsString(StandardCharsets.UTF_8);

        for (var name : List.of("ground", "wall")) {
            var inOrder = List.of("ground", "wall").indexOf(name);
            assertThat(Pattern.compile("--" + name + ": (#[0-9a-f]{6})").matcher(css).results())
                    .extracting(found -> found.group(1))
                    .containsExactly(
                            Accent.LIGHT.get(inOrder).hex(), Accent.DARK.get(inOrder).hex());
        }
        assertThat(css).contains("--accent: " + Accent.OURS, "--fill: " + Accent.OURS);
    }

    private static Map<String, Colour> rules(String css) {
        return RULE.matcher(css)
                .results()
                .collect(
                        Collectors.toMap(
                                found -> found.group(1),
                                found -> Colour.of(found.group(2)),
                                (first, _) -> first));
    }
}
