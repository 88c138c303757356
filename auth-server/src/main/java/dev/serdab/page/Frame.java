package dev.serdab.page;

import dev.serdab.brand.Brand;
import dev.serdab.settings.ServerSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What templates ask for by the name {@code @frame}. */
@Component("frame")
class Frame {

    /** An address in running text; what usually follows one is left outside. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]");

    private static final Pattern SCHEME =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.+", Pattern.DOTALL);

    private final Assets assets;
    private final Brand brand;
    private final String host;

    Frame(Assets assets, Brand brand, ServerSettings settings) {
        this.assets = assets;
        this.brand = brand;
        this.host = settings.checkedIssuer().uri().getRawAuthority();
    }

    /** Where people are, as their address bar should say it. */
    public String host() {
        return host;
    }

    public String stylesheet() {
        return assets.pathOf(Assets.STYLESHEET);
    }

    /** What stands in a browser's tab: the operator's picture, or our seal. */
    public String icon() {
        return assets.logoPath().orElseGet(() -> assets.pathOf(Assets.ICON));
    }

    /** What pages do with a script; all of them work without. */
    public String script() {
        return assets.pathOf(Assets.SCRIPT_FILE);
    }

    /** What people call this place. */
    public String brand() {
        return brand.name();
    }

    /** What stands for a name where there is room for one letter. */
    public String initial(String name) {
        var text = name.strip();
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }

    /** The operator's picture, if there is one. */
    public @Nullable String logo() {
        return assets.logoPath().orElse(null);
    }

    /** Whether following the link leaves for another place rather than running something here. */
    public boolean isSafeLink(String address) {
        var scheme = SCHEME.matcher(address);
        return scheme.matches()
                && !FormTarget.RUNS_HERE.contains(scheme.group(1).toLowerCase(Locale.ROOT));
    }

    /** A moment as people read it; where they are, nobody knows without a script. */
    public String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + " UTC";
    }

    /** Cuts a text at its web addresses, so that a page can make links of them. */
    public List<Piece> linked(String text) {
        var pieces = new ArrayList<Piece>();
        int end = 0;
        for (var address = ADDRESS.matcher(text); address.find(); end = address.end()) {
            pieces.add(new Piece(text.substring(end, address.start()), false));
            pieces.add(new Piece(address.group(), true));
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }

    /**
     * A part of a text.
     *
     * @param text the characters
     * @param isLink whether they are a web address
     */
    public record Piece(String text, boolean isLink) {}
}
