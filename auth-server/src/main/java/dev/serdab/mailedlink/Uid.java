package dev.serdab.mailedlink;

import dev.serdab.account.AccountId;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Django's way of putting an id into a link: base64url of the number's text, without padding. */
final class Uid {

    private Uid() {}

    static String of(AccountId account) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(account.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Padding and white space are tolerated, as in Django. */
    static Optional<AccountId> read(String uid) {
        var text = uid.replaceAll("\\s", "").replaceFirst("=+$", "");
        try {
            var id = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            return AccountId.parse(id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
