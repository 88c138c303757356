package dev.serdab.claim;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an account may say about its person beside name and e-mail (OpenID Connect Core §5.1). */
public enum Attribute {
    GIVEN_NAME("given_name", Kind.TEXT),
    FAMILY_NAME("family_name", Kind.TEXT),
    MIDDLE_NAME("middle_name", Kind.TEXT),
    NICKNAME("nickname", Kind.TEXT),
    PREFERRED_USERNAME("preferred_username", Kind.TEXT),
    PROFILE("profile", Kind.URL),
    PICTURE("picture", Kind.URL),
    WEBSITE("website", Kind.URL),
    GENDER("gender", Kind.TEXT),
    BIRTHDATE("birthdate", Kind.DATE),
    ZONEINFO("zoneinfo", Kind.ZONE),
    LOCALE("locale", Kind.LANGUAGE),
    PHONE_NUMBER("phone_number", Kind.PHONE),
    PHONE_NUMBER_VERIFIED("phone_number_verified", Kind.BOOLEAN),
    FORMATTED("address.formatted", Kind.TEXT),
    STREET_ADDRESS("address.street_address", Kind.TEXT),
    LOCALITY("address.locality", Kind.TEXT),
    REGION("address.region", Kind.TEXT),
    POSTAL_CODE("address.postal_code", Kind.TEXT),
    COUNTRY("address.country", Kind.TEXT);

    private static final int LONGEST = 1000;
    private static final Pattern YEAR_OR_DAY = Pattern.compile("\\d{4}|0000-\\d\\d-\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ().;=ext-]{2,40}");

    private static final Map<String, Attribute> NAMES =
            Arrays.stream(values())
                    .collect(Collectors.toMap(one -> loose(one.claim), Function.identity()));

    private final String claim;
    private final Kind kind;

    Attribute(String claim, Kind kind) {
        this.claim = claim;
        this.kind = kind;
    }

    /** What a value must be like. */
    private enum Kind {
        TEXT("a text of at most 1000 characters"),
        URL("an address such as https://example.com/ada"),
        DATE("a day such as 1815-12-10, or a year"),
        ZONE("a time zone such as Europe/London"),
        LANGUAGE("a language such as en-GB"),
        PHONE("a number such as +44 20 7946 0018"),
        BOOLEAN("true or false");

        private final String advice;

        Kind(String advice) {
            this.advice = advice;
        }
    }

    /** The claim's name, with {@code address.} in front of a part of the address. */
    public String claim() {
        return claim;
    }

    /** The attribute of this name, with dashes or underscores. */
    public static Optional<Attribute> of(String name) {
        return Optional.ofNullable(NAMES.get(loose(name)));
    }

    /** What to write instead of this value; empty when it is good. */
    public Optional<String> problem(String value) {
        return isGood(value) ? Optional.empty() : Optional.of(kind.advice);
    }

    private boolean isGood(String value) {
        if (value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
            return false;
        }
        return switch (kind) {
            case TEXT -> true;
            case URL -> isUrl(value);
            case DATE -> YEAR_OR_DAY.matcher(value).matches() || isDay(value);
            case ZONE -> ZoneId.getAvailableZoneIds().contains(value);
            case LANGUAGE -> isLanguage(value);
            case PHONE -> NUMBER.matcher(value).matches();
            case BOOLEAN -> value.equals("true") || value.equals("false");
        };
    }

    private static boolean isUrl(String value) {
        try {
            var uri = URI.create(value);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isLanguage(String value) {
        try {
            return !new Locale.Builder().setLanguageTag(value).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static String loose(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
