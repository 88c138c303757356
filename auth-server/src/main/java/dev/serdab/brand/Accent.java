package dev.serdab.brand;

import dev.serdab.settings.WrongSetting;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An operator's colour and its shades. Buttons have the colour itself, with black or white words,
 * whichever reads better (on every colour one of them has 4.5:1). Links, borders and the focus ring
 * have the nearest shade that keeps 4.5:1 on everything that lies behind them (WCAG 2.2 §1.4.3).
 */
record Accent(Colour colour) {

    /** Our own, on a light ground. */
    static final String OURS = "#1f4a9c";

    static final double ENOUGH = 4.5;

    /** What lies behind words in the stylesheet: {@code --ground} and {@code --wall}. */
    static final List<Colour> LIGHT = List.of(Colour.of("#f4efe5"), Colour.of("#fffdf9"));

    static final List<Colour> DARK = List.of(Colour.of("#13120f"), Colour.of("#1e1c18"));

    private static final Pattern HEX = Pattern.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})");
    private static final double STEP = 0.02;

    static Accent of(String setting) {
        if (!HEX.matcher(setting).matches()) {
            throw new WrongSetting(
                    "serdab.brand.accent-color",
                    "is \"%s\", which is not a colour: write one such as \"#0b6e4f\", in quotes"
                            .formatted(setting));
        }
        return new Accent(Colour.of(setting));
    }

    String fill() {
        return colour.hex();
    }

    String onFill() {
        return on(colour).hex();
    }

    String link() {
        return readable(LIGHT, tint(LIGHT, 0.08), Colour.BLACK).hex();
    }

    String stylesheet() {
        return """
        :root {
        %s}
        @media (prefers-color-scheme: dark) {
          :root {
        %s  }
        }
        """
                .formatted(
                        rules(LIGHT, tint(LIGHT, 0.08), Colour.BLACK),
                        rules(DARK, tint(DARK, 0.18), Colour.WHITE));
    }

    /**
     * @param grounds the colours behind words
     * @param tint the one behind what the mouse is over
     * @param away where contrast grows
     */
    private String rules(List<Colour> grounds, Colour tint, Colour away) {
        var accent = readable(grounds, tint, away);
        var pressed =
                colour.with(0.15, on(colour).equals(Colour.WHITE) ? Colour.BLACK : Colour.WHITE);
        return """
          --accent: %s;
          --accent-strong: %s;
          --tint: %s;
          --fill: %s;
          --fill-strong: %s;
          --on-fill: %s;
        """
                .formatted(
                        accent.hex(),
                        accent.with(0.25, away).hex(),
                        tint.hex(),
                        fill(),
                        pressed.hex(),
                        onFill());
    }

    private Colour tint(List<Colour> grounds, double share) {
        return grounds.getLast().with(share, colour);
    }

    private Colour readable(List<Colour> grounds, Colour tint, Colour away) {
        double share = 0;
        var shade = colour;
        while (shade.contrastWith(tint) < ENOUGH || !isReadable(shade, grounds)) {
            share += STEP;
            shade = colour.with(share, away);
        }
        return shade;
    }

    private static boolean isReadable(Colour shade, List<Colour> grounds) {
        return grounds.stream().allMatch(ground -> shade.contrastWith(ground) >= ENOUGH);
    }

    private static Colour on(Colour colour) {
        return colour.contrastWith(Colour.WHITE) >= colour.contrastWith(Colour.BLACK)
                ? Colour.WHITE
                : Colour.BLACK;
    }
}
