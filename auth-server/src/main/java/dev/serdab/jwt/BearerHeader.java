package dev.serdab.jwt;

import dev.serdab.accountapi.Answer;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;

/** The {@code Authorization} header as djangorestframework-simplejwt reads it. */
@Component
class BearerHeader {

    private final List<String> types;

    BearerHeader(JwtSettings settings) {
        this.types = settings.authHeaderTypes();
    }

    /** The word in front of the token, in exactly this case. */
    boolean isMeant(String[] authorization) {
        return types.contains(authorization[0]);
    }

    /** What is said to whoever shows nothing. */
    String challenge() {
        return types.getFirst() + " realm=\"api\"";
    }

    /** 401: the token is not one that opens this API. */
    static Answer notValid(TokenRefusal why) {
        var message = new LinkedHashMap<String, String>();
        message.put("token_class", "AccessToken");
        message.put("token_type", "access");
        message.put("message", why.message());
        var body = new LinkedHashMap<String, Object>();
        body.put("detail", "Given token not valid for any token type");
        body.put("code", "token_not_valid");
        body.put("messages", List.of(message));
        return Answer.unauthorized(body);
    }
}
