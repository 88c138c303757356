package dev.serdab.accounthome;

import dev.serdab.accounthome.OwnPassword.Problem;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form of the account home that is shown again, with what is wrong with what was typed. */
public final class AccountForm {

    private static final String OWN_PASSWORD = "current-password";

    private final ModelAndView page;
    private final Map<String, List<String>> problems = new LinkedHashMap<>();

    private AccountForm(String view) {
        this.page = new ModelAndView(view);
        page.addObject("problems", problems);
    }

    /** As it is opened. */
    public static AccountForm of(String view) {
        return new AccountForm(view);
    }

    /** What the page shows. */
    public AccountForm with(String name, Object value) {
        page.addObject(name, value);
        return this;
    }

    /** What is wrong with a field: keys of messages without parameters. */
    public AccountForm wrong(String field, List<String> keys) {
        problems.put(field, keys);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return this;
    }

    /** What is wrong with the password that was asked for. */
    public AccountForm wrong(Problem problem, HttpServletResponse response) {
        problems.put(OWN_PASSWORD, List.of(problem.key()));
        page.setStatus(problem.status());
        page.addObject("retryAfterMinutes", problem.minutes());
        if (problem.retryAfter().isPositive()) {
            response.setHeader("Retry-After", Long.toString(problem.retryAfter().toSeconds()));
        }
        return this;
    }

    /** The answer. */
    public ModelAndView page() {
        return page;
    }
}
