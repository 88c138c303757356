package dev.serdab.client;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;

/**
 * What an app says about itself to people (RFC 7591 §2). Nobody has checked that it is true.
 *
 * @param logoUri a picture
 * @param policyUri what it does with people's data
 * @param tosUri its terms
 * @param names its name in some languages: a language tag → the name
 */
public record AboutClient(
        @Nullable String logoUri,
        @Nullable String policyUri,
        @Nullable String tosUri,
        Map<String, String> names) {

    /** The name in this language, or else this one. */
    String name(Locale locale, String otherwise) {
        var exact = names.get(locale.toLanguageTag());
        return exact == null ? names.getOrDefault(locale.getLanguage(), otherwise) : exact;
    }
}
