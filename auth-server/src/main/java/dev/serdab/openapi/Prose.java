package dev.serdab.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A description: paragraphs, in which {@code `code`} and {@code **stress**} are told apart. */
record Prose(List<List<Prose.Piece>> paragraphs) {

    private static final Pattern MARKED = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");

    /** A part of a paragraph. */
    record Piece(String text, Style style) {}

    /** How a part looks. */
    enum Style {
        PLAIN,
        CODE,
        STRONG
    }

    /** Reads the little of CommonMark that our document uses. */
    static Prose of(String text) {
        return new Prose(
                Arrays.stream(text.strip().split("\\n\\s*\\n"))
                        .filter(paragraph -> !paragraph.isBlank())
                        .map(Prose::pieces)
                        .toList());
    }

    private static List<Piece> pieces(String paragraph) {
        var pieces = new ArrayList<Piece>();
        int end = 0;
        for (var marked = MARKED.matcher(paragraph); marked.find(); end = marked.end()) {
            pieces.add(new Piece(paragraph.substring(end, marked.start()), Style.PLAIN));
            pieces.add(
                    marked.group(1) == null
                            ? new Piece(marked.group(2), Style.STRONG)
                            : new Piece(marked.group(1), Style.CODE));
        }
        pieces.add(new Piece(paragraph.substring(end), Style.PLAIN));
        return pieces;
    }
}
