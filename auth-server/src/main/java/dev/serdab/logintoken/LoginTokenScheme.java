package dev.serdab.logintoken;

import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.Caller.Person;
import dev.serdab.accountapi.CredentialScheme;
import dev.serdab.accountapi.Identification;

import org.springframework.stereotype.Component;

/** {@code Authorization: Token <key>}, whatever the case of the word. */
@Component
class LoginTokenScheme implements CredentialScheme {

    private final LoginTokens tokens;
    private final LoginTokenSettings settings;

    LoginTokenScheme(LoginTokens tokens, LoginTokenSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public Identification identify(String[] authorization) {
        if (!settings.hasKeys() || !authorization[0].equalsIgnoreCase("Token")) {
            return new Identification.Unknown();
        }
        if (authorization.length == 1) {
            return bad("Invalid token header. No credentials provided.");
        }
        if (authorization.length > 2) {
            return bad("Invalid token header. Token string should not contain spaces.");
        }
        if (!authorization[1].chars().allMatch(c -> c < 128)) {
            return bad("Invalid token header. Token string should not contain invalid characters.");
        }
        var key = new LoginKey(authorization[1]);
        var owner = tokens.owner(key);
        if (owner.isEmpty()) {
            return bad("Invalid token.");
        }
        if (!owner.get().isActive()) {
            return bad("User inactive or deleted.");
        }
        return new Identification.Known(new Person(owner.get(), key));
    }

    private static Identification bad(String detail) {
        return new Identification.Bad(Answer.detail(401, detail));
    }
}
