package dev.serdab.account;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as it is shown and written to: the domain is lowered, the local part kept as written.
 *
 * @param value the address, at most 255 characters
 */
public record EmailAddress(String value) {

    /** The most an account's address may have. */
    public static final int LONGEST = 255;

    private static final int LONGEST_VALID = 320;

    /** What Django takes before the {@code @}: a dot-atom, or a quoted string without spaces. */
    private static final Pattern LOCAL_PART =
            Pattern.compile(
                    "[-!#$%&'*+/=?^_`{}|~0-9A-Z]+(\\.[-!#$%&'*+/=?^_`{}|~0-9A-Z]+)*"
                            + "|\"([\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f]"
                            + "|\\\\[\\x01-\\x09\\x0b\\x0c\\x0e-\\x7f])*\"",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern DOMAIN =
            Pattern.compile(
                    "([A-Z0-9]([A-Z0-9-]{0,61}[A-Z0-9])?\\.)+[A-Z0-9-]{1,62}[A-Z0-9]",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern LITERAL =
            Pattern.compile("\\[([A-F0-9:.]+)]", Pattern.CASE_INSENSITIVE);

    public EmailAddress {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("User must have an email address");
        }
        int at = value.lastIndexOf('@');
        value = value.substring(0, at + 1) + value.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether a text is an address by the rules of Django's {@code EmailField}. */
    public static boolean isValid(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.codePointCount(0, text.length()) <= LONGEST_VALID
                && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && isDomain(text.substring(at + 1));
    }

    /** Whether an account may have it: a valid address that is not too long. */
    public static boolean isAccepted(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST && isValid(text);
    }

    /** What addresses are compared by: the whole address lowered. */
    public String key() {
        return keyOf(value);
    }

    /** The key of any text, valid address or not. */
    public static String keyOf(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isDomain(String domain) {
        if (domain.equalsIgnoreCase("localhost") || DOMAIN.matcher(domain).matches()) {
            return true;
        }
        var literal = LITERAL.matcher(domain);
        if (literal.matches()) {
            return isIpAddress(literal.group(1));
        }
        try {
            var ascii = IDN.toASCII(domain);
            return !ascii.equals(domain) && DOMAIN.matcher(ascii).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isIpAddress(String text) {
        try {
            java.net.InetAddress.ofLiteral(text);
            return text.contains(":") || text.matches("\\d+(\\.\\d+){3}");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
