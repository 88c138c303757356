package dev.serdab.openapi;

import dev.serdab.openapi.ApiPage.Access;

import java.util.ArrayList;

/** A command that calls an operation, for a shell. */
class CurlLine {

    private CurlLine() {}

    static String of(String method, String address, Access access, String body) {
        var parts = new ArrayList<String>();
        parts.add("curl -X " + method + " " + quoted(address));
        if (access == Access.NEEDED) {
            parts.add("-H \"Authorization: Bearer $ACCESS\"");
        }
        if (!body.isEmpty()) {
            parts.add("-H 'Content-Type: application/json'");
            parts.add("-d " + quoted(body));
        }
        return String.join(" \\\n  ", parts);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
