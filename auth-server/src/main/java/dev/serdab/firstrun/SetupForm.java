package dev.serdab.firstrun;

import dev.serdab.account.EmailAddress;
import dev.serdab.account.WhiteSpace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody typed who wants to be the first administrator. */
record SetupForm(String email, String name, String password) {

    private static final int LONGEST_NAME = 255;

    /** Trims, as every other entrance does. */
    static SetupForm of(String email, String name, String password) {
        return new SetupForm(
                WhiteSpace.strip(email), WhiteSpace.strip(name), WhiteSpace.strip(password));
    }

    /** What is wrong with address and name: keys of messages, by field. */
    Map<String, List<String>> problems() {
        var problems = new LinkedHashMap<String, List<String>>();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            problems.put("name", List.of("setup.problem.name"));
        }
        if (!EmailAddress.isValid(email) || email.length() > EmailAddress.LONGEST) {
            problems.put("email", List.of("setup.problem.email"));
        }
        return problems;
    }
}
