package dev.serdab.accountapi;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.StringTokenizer;

/** Asks every scheme who is calling. */
@Component
class Callers {

    private static final Identification UNKNOWN = new Identification.Unknown();

    private final List<CredentialScheme> schemes;
    private final String challenge;

    Callers(List<CredentialScheme> schemes) {
        this.schemes = schemes;
        this.challenge =
                schemes.stream()
                        .flatMap(scheme -> scheme.challenge().stream())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no scheme has a challenge"));
    }

    /** The value of {@code WWW-Authenticate}: the first scheme's, as in Django REST framework. */
    String challenge() {
        return challenge;
    }

    Identification identify(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        var parts = header == null ? new String[0] : words(header);
        if (parts.length == 0) {
            return UNKNOWN;
        }
        for (var scheme : schemes) {
            var identification = scheme.identify(parts);
            if (!(identification instanceof Identification.Unknown)) {
                return identification;
            }
        }
        return UNKNOWN;
    }

    private static String[] words(String header) {
        var words = new StringTokenizer(header);
        var parts = new String[words.countTokens()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = words.nextToken();
        }
        return parts;
    }
}
