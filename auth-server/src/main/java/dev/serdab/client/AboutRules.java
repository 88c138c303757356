package dev.serdab.client;

import dev.serdab.client.ClientRules.Checked;
import dev.serdab.client.ClientRules.Checked.Bad;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What metadata must be like that tells people about an app. */
final class AboutRules {

    /** The members that may come in several languages, with a tag behind them (RFC 7591 §2.2). */
    static final Pattern LOCALIZED =
            Pattern.compile("client_name#([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)");

    /**
     * Control characters, those that turn the direction of what stands beside the name, and those
     * that nobody sees; the joiners stay, which some scripts need between letters.
     */
    private static final Pattern UNFIT_FOR_A_NAME =
            Pattern.compile(
                    "[\\p{Cc}[\\p{Cf}&&[^\\u200c\\u200d]]\\u2028\\u2029\\u115f\\u1160\\u3164\\uffa0]");

    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}]");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 255;
    private static final int MOST = 50;
    private static final String LOGIN = "initiate_login_uri";

    private AboutRules() {}

    /** The first thing wrong with it. */
    static Optional<Checked> problem(ClientMetadata said) {
        return Stream.of(
                        badName("client_name", said.clientName()),
                        badNames(said.localized()),
                        WebUri.problem("client_uri", said.clientUri()),
                        WebUri.problem("logo_uri", said.logoUri()),
                        WebUri.problem("policy_uri", said.policyUri()),
                        WebUri.problem("tos_uri", said.tosUri()),
                        badLogin(said.initiateLoginUri()),
                        badKind(said),
                        badTexts(said))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of metadata without a problem. */
    static AboutClient of(ClientMetadata said) {
        var names = new LinkedHashMap<String, String>();
        localized(said)
                .forEach((member, name) -> {
                    var tag = LOCALIZED.matcher(member);
                    if (tag.matches()) {
                        names.put(tag.group(1), name);
                    }
                });
        return new AboutClient(said.logoUri(), said.policyUri(), said.tosUri(), names);
    }

    private static Optional<Checked> badName(String field, @Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return bad(field, "is blank or has more than %d characters".formatted(LONGEST_NAME));
        }
        return UNFIT_FOR_A_NAME.matcher(name).find() || !VISIBLE.matcher(name).find()
                ? bad(field, "has characters that nobody sees: write letters, digits and signs")
                : Optional.empty();
    }

    private static Optional<Checked> badNames(@Nullable Map<String, String> localized) {
        if (localized == null) {
            return Optional.empty();
        }
        if (localized.size() > MOST) {
            return bad("localized", "has more than %d members".formatted(MOST));
        }
        return localized.entrySet().stream()
                .map(name ->
                        LOCALIZED.matcher(name.getKey()).matches()
                                ? badName(name.getKey(), name.getValue())
                                : bad(
                                        "localized",
                                        "has \"%s\": write names such as client_name#ja"
                                                .formatted(name.getKey())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** OpenID Connect Core §4: nothing but https, not even on this machine. */
    private static Optional<Checked> badLogin(@Nullable String uri) {
        return WebUri.problem(LOGIN, uri)
                .or(() ->
                        uri == null || uri.regionMatches(true, 0, "https:", 0, 6)
                                ? Optional.empty()
                                : bad(LOGIN, "is \"%s\", which is not https".formatted(uri)));
    }

    private static Optional<Checked> badKind(ClientMetadata said) {
        var type = said.applicationType();
        if (type != null && !type.equals("web") && !type.equals("native")) {
            return bad("application_type", "is \"%s\": write web or native".formatted(type));
        }
        return list(said.responseTypes()).stream()
                .filter(other -> !other.equals("code"))
                .findFirst()
                .flatMap(other ->
                        bad(
                                "response_types",
                                "has \"%s\": code is the only one offered".formatted(other)));
    }

    private static Optional<Checked> badTexts(ClientMetadata said) {
        if (list(said.contacts()).size() > MOST) {
            return bad("contacts", "has more than %d entries".formatted(MOST));
        }
        boolean isShort =
                Stream.concat(
                                list(said.contacts()).stream(),
                                Stream.of(said.softwareId(), said.softwareVersion())
                                        .filter(Objects::nonNull))
                        .allMatch(text -> text.length() <= LONGEST_TEXT);
        return isShort
                ? Optional.empty()
                : bad(
                        "contacts",
                        "or software_id or software_version has more than %d characters"
                                .formatted(LONGEST_TEXT));
    }

    private static Map<String, String> localized(ClientMetadata said) {
        return Objects.requireNonNullElse(said.localized(), Map.of());
    }

    private static List<String> list(@Nullable List<String> said) {
        return Objects.requireNonNullElse(said, List.of());
    }

    private static Optional<Checked> bad(String field, String sentence) {
        return Optional.of(new Bad(field, sentence));
    }
}
