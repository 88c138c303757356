package dev.serdab.clientregistration;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.regex.Pattern;

/** How long a document is fresh, as its server says (RFC 9111 §5.2.2), within bounds of ours. */
final class Freshness {

    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[\\s,])max-age=\"?(\\d{1,9})\"?", Pattern.CASE_INSENSITIVE);

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private Freshness() {}

    static Duration of(@Nullable String cacheControl) {
        if (cacheControl == null) {
            return USUAL;
        }
        var age = MAX_AGE.matcher(cacheControl);
        if (!age.find()) {
            return cacheControl.contains("no-") ? SHORTEST : USUAL;
        }
        var said = Duration.ofSeconds(Long.parseLong(age.group(1)));
        if (said.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }
}
