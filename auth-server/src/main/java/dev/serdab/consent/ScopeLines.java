package dev.serdab.consent;

import dev.serdab.account.AccountId;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a page asks a person to allow, line by line. */
@Component
public class ScopeLines {

    /** It is no choice: without it there is no sign-in. */
    private static final String REQUIRED = "openid";

    private final Consents consents;
    private final ScopeCatalogue catalogue;

    ScopeLines(Consents consents, ScopeCatalogue catalogue) {
        this.consents = consents;
        this.catalogue = catalogue;
    }

    /**
     * A line of the page.
     *
     * @param required it cannot be left out
     * @param granted it was allowed before
     * @param added the app asks for more than it was allowed before, and this is of that
     */
    public record ScopeLine(
            String name, String sentence, boolean required, boolean granted, boolean added) {}

    /** The lines, in the person's language. */
    public List<ScopeLine> of(
            Set<String> asked, AccountId account, String clientId, Locale locale) {
        var before = consents.of(account, clientId);
        return asked.stream()
                .map(scope ->
                        new ScopeLine(
                                scope,
                                catalogue.sentence(scope, locale),
                                scope.equals(REQUIRED),
                                before.contains(scope),
                                !before.isEmpty() && !before.contains(scope)))
                .toList();
    }

    /** What was allowed: of what was asked, the lines that were ticked. */
    public static Set<String> allowed(Set<String> asked, Collection<String> ticked) {
        var allowed = new LinkedHashSet<>(asked);
        allowed.removeIf(scope -> !scope.equals(REQUIRED) && !ticked.contains(scope));
        return allowed;
    }
}
