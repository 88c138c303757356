package dev.serdab.page;

import dev.serdab.settings.ServerSettings;

import org.springframework.stereotype.Component;

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
    private final String host;

    Frame(Assets assets, ServerSettings settings) {
        this.assets = assets;
        this.host = settings.checkedIssuer().uri().getRawAuthority();
    }

    /** Where people are, as their address bar should say it. */
    public String host() {
        return host;
    }

    public String stylesheet() {
        return assets.pathOf(Assets.STYLESHEET);
    }

    public String icon() {
        return assets.pathOf(Assets.ICON);
    }

    /** The script that sends the page's only form. */
    public String formPostScript() {
        return assets.pathOf(Assets.FORM_POST);
    }

    /** One of our scripts; the page must be let run it ({@link PageHeaders#allowScript}). */
    public String script(String name) {
        return assets.pathOf(name);
    }

    /** Whether following the link leaves for another place rather than running something here. */
    public boolean isSafeLink(String address) {
        var scheme = SCHEME.matcher(address);
        return scheme.matches()
                && !FormTarget.RUNS_HERE.contains(scheme.group(1).toLowerCase(Locale.ROOT));
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
