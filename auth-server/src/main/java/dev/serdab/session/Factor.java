package dev.serdab.session;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How someone showed who they are, and what RFC 8176 calls it in {@code amr}. */
public enum Factor {
    PASSWORD(Kind.KNOWN, "pwd"),
    /** A code that an app computes from a seed (RFC 6238). */
    ONE_TIME_CODE(Kind.HELD, "otp"),
    /** One of the codes that were printed for the day on which that app is gone. */
    RECOVERY_CODE(Kind.HELD, "otp"),
    /** A link of which only the owner of the mailbox could know; it is a password used once. */
    MAILED_LINK(Kind.MAILED, "otp"),
    /** A passkey that never leaves its device. */
    DEVICE_PASSKEY(Kind.HELD, "hwk user"),
    /** A passkey that its owner's devices share. */
    SYNCED_PASSKEY(Kind.HELD, "swk user"),
    /** The passkey's device asked for a PIN, a finger or a face; comes with a passkey only. */
    USER_VERIFICATION(Kind.KNOWN, "user");

    /** Two of different kinds are two factors. */
    enum Kind {
        KNOWN,
        HELD,
        MAILED
    }

    private static final String MULTIPLE = "mfa";

    private final Kind kind;
    private final String references;

    Factor(Kind kind, String references) {
        this.kind = kind;
        this.references = references;
    }

    Kind kind() {
        return kind;
    }

    /** The authentication method references of a sign-in, sorted. */
    public static List<String> amr(Set<Factor> factors) {
        var all =
                factors.stream()
                        .flatMap(factor -> Arrays.stream(factor.references.split(" ")))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (AuthenticationClass.isTwoFactor(factors)) {
            all.add(MULTIPLE);
        }
        return List.copyOf(all);
    }

    /** As kept in a column. */
    public static String format(Set<Factor> factors) {
        return factors.stream().map(Factor::name).sorted().collect(Collectors.joining(" "));
    }

    /** From a column. */
    public static Set<Factor> parse(String text) {
        var factors = EnumSet.noneOf(Factor.class);
        Arrays.stream(text.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Factor::valueOf)
                .forEach(factors::add);
        return factors;
    }
}
