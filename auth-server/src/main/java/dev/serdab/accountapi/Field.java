package dev.serdab.accountapi;

import dev.serdab.account.EmailAddress;
import dev.serdab.account.WhiteSpace;
import dev.serdab.passwordhash.PasswordHasher;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text that an endpoint reads, with the rules it must keep. The messages are Django REST
 * framework's.
 *
 * @param isEmail whether it must be an address, which also changes what is said about other types
 * @param longest in code points, after trimming
 * @param checks asked once the text is good by all other rules
 */
public record Field(
        String name, boolean isRequired, boolean isEmail, int longest, List<Check> checks) {

    private static final String NOT_AN_ADDRESS = "Enter a valid email address.";

    /** A rule of one endpoint. */
    @FunctionalInterface
    public interface Check {

        /** The message that refuses the text, or {@code null} if it may pass. */
        @Nullable String refusal(String text, Caller caller);
    }

    /** What became of reading the field. */
    sealed interface Reading {

        /** A good text, trimmed. */
        record Good(String text) implements Reading {}

        /** Some rule is broken. */
        record Wrong(List<String> messages) implements Reading {

            Wrong(String message) {
                this(List.of(message));
            }
        }

        /** Not sent, and it need not be. */
        record Absent() implements Reading {}
    }

    /** Any text. */
    public static Field text(String name) {
        return new Field(name, true, false, Integer.MAX_VALUE, List.of());
    }

    /** An e-mail address. */
    public static Field email(String name) {
        return new Field(name, true, true, Integer.MAX_VALUE, List.of());
    }

    /** A password that is to be hashed, or compared with a hash. */
    public static Field password(String name) {
        return text(name).longest(PasswordHasher.LONGEST);
    }

    /** The same, but it may be absent. */
    public Field optional() {
        return new Field(name, false, isEmail, longest, checks);
    }

    /** The same with at most so many code points. */
    public Field longest(int codePoints) {
        return new Field(name, isRequired, isEmail, codePoints, checks);
    }

    /** The same with one more rule. */
    public Field checked(Check check) {
        var more = Stream.concat(checks.stream(), Stream.of(check)).toList();
        return new Field(name, isRequired, isEmail, longest, more);
    }

    Reading read(Body.Values body, boolean isPartial, Caller caller) {
        var value = body.values().get(name);
        boolean isEmptyInForm =
                body.isForm()
                        && !isRequired
                        && value != null
                        && value.isString()
                        && value.stringValue().isEmpty();
        if (value == null || isEmptyInForm) {
            return isRequired && !isPartial
                    ? new Reading.Wrong("This field is required.")
                    : new Reading.Absent();
        }
        if (value.isNull()) {
            return new Reading.Wrong("This field may not be null.");
        }
        if (!value.isString() && !value.isNumber()) {
            return new Reading.Wrong(isEmail ? NOT_AN_ADDRESS : "Not a valid string.");
        }
        return read(WhiteSpace.strip(value.asString()), caller);
    }

    private Reading read(String text, Caller caller) {
        if (text.isEmpty()) {
            return new Reading.Wrong("This field may not be blank.");
        }
        var messages = broken(text);
        if (messages.isEmpty()) {
            for (var check : checks) {
                var refusal = check.refusal(text, caller);
                if (refusal != null) {
                    messages.add(refusal);
                }
            }
        }
        return messages.isEmpty() ? new Reading.Good(text) : new Reading.Wrong(messages);
    }

    private List<String> broken(String text) {
        var messages = new ArrayList<String>();
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            messages.add("Ensure this field has no more than %d characters.".formatted(longest));
        }
        if (text.indexOf('\0') >= 0) {
            messages.add("Null characters are not allowed.");
        }
        text.codePoints()
                .filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                .findFirst()
                .ifPresent(lone ->
                        messages.add(
                                "Surrogate characters are not allowed: U+%X.".formatted(lone)));
        if (isEmail && !EmailAddress.isValid(text)) {
            messages.add(NOT_AN_ADDRESS);
        }
        return messages;
    }
}
