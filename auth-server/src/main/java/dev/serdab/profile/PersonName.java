package dev.serdab.profile;

import dev.serdab.account.WhiteSpace;

import java.util.Optional;

/** What a person may be called, whichever way they say it. */
final class PersonName {

    static final int LONGEST = 255;

    private PersonName() {}

    /** The name without white space around it, if it is one. PostgreSQL keeps no NUL in a text. */
    static Optional<String> typed(String text) {
        var name = WhiteSpace.strip(text);
        boolean isName =
                !name.isEmpty()
                        && name.indexOf('\0') < 0
                        && name.codePointCount(0, name.length()) <= LONGEST;
        return isName ? Optional.of(name) : Optional.empty();
    }
}
