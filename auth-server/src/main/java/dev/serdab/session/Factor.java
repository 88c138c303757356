package dev.serdab.session;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How someone showed who they are; the value is one of RFC 8176's for {@code amr}. */
public enum Factor {
    PASSWORD("pwd");

    private final String amr;

    Factor(String amr) {
        this.amr = amr;
    }

    /** The authentication method reference. */
    public String amr() {
        return amr;
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
