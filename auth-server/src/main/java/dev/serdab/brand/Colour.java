package dev.serdab.brand;

/** A colour, by its shares of red, green and blue: 0 to 255. */
record Colour(int red, int green, int blue) {

    static final Colour WHITE = of("#ffffff");
    static final Colour BLACK = of("#000000");

    /** Reads {@code #rrggbb} or {@code #rgb}. */
    static Colour of(String hex) {
        var digits = hex.length() == 4 ? hex.replaceAll("[^#]", "$0$0") : hex;
        int rgb = Integer.parseInt(digits.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }

    String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    /** This colour with so much of another (0 to 1) in it. */
    Colour with(double share, Colour other) {
        return new Colour(
                mixed(red, other.red, share),
                mixed(green, other.green, share),
                mixed(blue, other.blue, share));
    }

    /** From 1 (the same) to 21 (black and white), as WCAG 2.2 defines the contrast ratio. */
    double contrastWith(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int share) {
        double value = share / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }
}
