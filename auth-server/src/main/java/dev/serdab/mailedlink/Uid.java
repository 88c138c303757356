package dev.serdab.mailedlink;

import dev.serdab.account.AccountId;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Django's way of putting an id into a link: base64url of the number's text, without padding. */
final class Uid {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s");

    private Uid() {}

    static String of(AccountId account) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(account.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Padding and white space are tolerated, as in Django. */
    static Optional<AccountId> read(String uid) {
        var text = WHITE_SPACE.matcher(uid).replaceAll("");
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        try {
            var id =
                    new String(
                            Base64.getUrlDecoder().decode(text.substring(0, end)),
                            StandardCharsets.US_ASCII);
            return AccountId.parse(id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
