package dev.serdab.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The language of a page: what {@code ui_locales} asks for (OpenID Connect Core 1.0 §3.1.2.1), else
 * what the browser prefers, else English.
 */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    /** The languages the pages speak, the first being the default. */
    public static final List<Locale> SPOKEN =
            List.of(
                    Locale.ENGLISH,
                    Locale.KOREAN,
                    Locale.JAPANESE,
                    Locale.GERMAN,
                    Locale.forLanguageTag("es"));

    private static final String PREFERRED = Languages.class.getName() + ".preferred";

    /**
     * Read from the address alone: asking for a parameter would read a body that others still need.
     */
    private static final Pattern UI_LOCALES = Pattern.compile("(?:^|&)ui_locales=([^&]*)");

    /**
     * Lets an earlier {@code ui_locales} decide, as when a page belongs to a stored authorization
     * request. Without a language we speak among them, the browser's preference stays.
     *
     * @param uiLocales language tags with spaces between them, best first
     */
    public static void prefer(HttpServletRequest request, @Nullable String uiLocales) {
        if (uiLocales != null) {
            firstSpoken(tags(uiLocales))
                    .ifPresent(language -> request.setAttribute(PREFERRED, language));
        }
    }

    /** The spoken language of somebody who asks for this one: it, or the default. */
    public static Locale nearest(Locale locale) {
        return firstSpoken(Stream.of(locale)).orElseGet(SPOKEN::getFirst);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(PREFERRED) instanceof Locale preferred) {
            return preferred;
        }
        return fromAddress(request).or(() -> fromBrowser(request)).orElseGet(SPOKEN::getFirst);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The request decides on the language.");
    }

    private static Optional<Locale> fromAddress(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .map(UI_LOCALES::matcher)
                .filter(found -> found.find())
                .flatMap(found -> firstSpoken(tags(found.group(1).replaceAll("\\+|%20", " "))));
    }

    private static Optional<Locale> fromBrowser(HttpServletRequest request) {
        // Without the header the container would answer with its own machine's language.
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Optional.empty()
                : firstSpoken(Collections.list(request.getLocales()).stream());
    }

    private static Stream<Locale> tags(String uiLocales) {
        return Arrays.stream(uiLocales.split(" ")).map(Locale::forLanguageTag);
    }

    private static Optional<Locale> firstSpoken(Stream<Locale> wanted) {
        return wanted.flatMap(locale ->
                        SPOKEN.stream().filter(l -> l.getLanguage().equals(locale.getLanguage())))
                .findFirst();
    }
}
