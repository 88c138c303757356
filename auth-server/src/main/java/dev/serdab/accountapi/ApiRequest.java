package dev.serdab.accountapi;

import dev.serdab.account.Account;
import dev.serdab.accountapi.Caller.Person;
import dev.serdab.accountapi.Form.Reading;
import dev.serdab.limit.Visitor;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.LocaleResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A request that may be answered: routed, permitted, and its body not yet read. */
public final class ApiRequest {

    private final HttpServletRequest request;
    private final Map<String, String> variables;
    private final Caller caller;
    private final LocaleResolver languages;

    ApiRequest(
            HttpServletRequest request,
            Map<String, String> variables,
            Caller caller,
            LocaleResolver languages) {
        this.request = request;
        this.variables = variables;
        this.caller = caller;
        this.languages = languages;
    }

    /** Who is asking. */
    public Caller caller() {
        return caller;
    }

    /** Who is asking, where one must be signed in. */
    public Person person() {
        if (caller instanceof Person person) {
            return person;
        }
        throw new IllegalStateException("open to anyone");
    }

    /** The account of who is asking, where one must be signed in. */
    public Account account() {
        return person().account();
    }

    /** What stood in place of {@code {name}} in the path. */
    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no {" + name + "}");
        }
        return value;
    }

    /** For limits per network address. */
    public Visitor visitor() {
        return Visitor.at(request.getRemoteAddr());
    }

    /** For mails; answers are in English always. */
    public Locale locale() {
        return languages.resolveLocale(request);
    }

    /** What the browser keeps for this server. It gives no authority here. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Where the web page is from that asks, if a page does (RFC 6454 §7). */
    public Optional<String> origin() {
        return Optional.ofNullable(request.getHeader("Origin"));
    }

    /** Whether a person with a browser asks, rather than a program. */
    public boolean isFromBrowser() {
        return Negotiation.wantsPage(request);
    }

    /**
     * Reads the body and goes on if every field is good; otherwise the answer says what is wrong.
     * Checks that do not need the body, as whether a record exists, come before this.
     */
    public Answer read(Form form, Function<Fields, Answer> next) {
        Body body;
        try {
            body = BodyReader.read(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (body) {
            case Body.Unreadable(var answer) -> answer;
            case Body.Values values ->
                    switch (form.read(values, caller)) {
                        case Reading.Good(var fields) -> next.apply(fields);
                        case Reading.Wrong(var messages) -> Answer.badRequest(messages);
                    };
        };
    }
}
