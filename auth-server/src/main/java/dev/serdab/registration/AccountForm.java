package dev.serdab.registration;

import dev.serdab.account.EmailAddress;
import dev.serdab.account.WhiteSpace;
import dev.serdab.password.PasswordRule;
import dev.serdab.password.PasswordRules;
import dev.serdab.passwordhash.PasswordHasher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody typed on a page who wants an account. */
public record AccountForm(String email, String name, String password) {

    private static final int LONGEST_NAME = 255;

    /** Trims, as every other entrance does. */
    public static AccountForm of(String email, String name, String password) {
        return new AccountForm(
                WhiteSpace.strip(email), WhiteSpace.strip(name), WhiteSpace.strip(password));
    }

    /** What is wrong: keys of messages, by field. */
    public Map<String, List<String>> problems(PasswordRules rules) {
        var problems = new LinkedHashMap<String, List<String>>();
        if (!isName(name)) {
            problems.put("name", List.of("form.problem.name"));
        }
        if (!EmailAddress.isAccepted(email)) {
            problems.put("email", List.of("form.problem.email"));
        } else if (!password.isEmpty() && !PasswordHasher.isTooLong(password)) {
            var broken = rules.broken(password, new EmailAddress(email));
            if (!broken.isEmpty()) {
                problems.put("password", broken.stream().map(PasswordRule::key).toList());
            }
        }
        if (password.isEmpty() || PasswordHasher.isTooLong(password)) {
            problems.put("password", List.of("form.problem.password"));
        }
        return problems;
    }

    /** The same where no password is asked for. */
    Map<String, List<String>> problemsButPassword(PasswordRules rules) {
        var problems = problems(rules);
        problems.remove("password");
        return problems;
    }

    /** Who asks, once nothing is wrong. */
    Applicant applicant() {
        return new Applicant(new EmailAddress(email), name, password, password);
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.indexOf('\0') < 0
                && text.codePointCount(0, text.length()) <= LONGEST_NAME;
    }
}
