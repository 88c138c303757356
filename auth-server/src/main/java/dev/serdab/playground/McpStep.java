package dev.serdab.playground;

import java.util.List;

/**
 * A step of {@link McpCheck}.
 *
 * @param name the end of its title's message key
 * @param asked what was asked, in order
 * @param verdict what that means
 * @param sentence why, for whoever writes the server
 */
record McpStep(String name, List<Asked> asked, Verdict verdict, String sentence) {

    /**
     * A request and its answer.
     *
     * @param answer status, and as much of the rest as counts
     */
    record Asked(String request, String answer) {}

    /** How it went. */
    enum Verdict {
        GOOD,
        /** A client gets along, but it could be better. */
        DOUBTFUL,
        BAD
    }

    boolean isBad() {
        return verdict == Verdict.BAD;
    }
}
