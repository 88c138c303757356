package dev.serdab.grant;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;

import java.text.ParseException;
import java.util.Map;

/** What a JWT says of itself, before anything is known of who made it. */
final class TokenContent {

    private static final int LONGEST = 16 * 1024;

    private TokenContent() {}

    /** Its claims; none when it is no JWT. */
    static Map<String, Object> of(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.length() > LONGEST) {
            return Map.of();
        }
        try {
            return JSONObjectUtils.parse(
                    new Base64URL(token.substring(first + 1, second)).decodeToString());
        } catch (ParseException | IllegalArgumentException e) {
            return Map.of();
        }
    }
}
