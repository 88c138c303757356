package dev.serdab.mailedlink;

import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.Field;
import dev.serdab.accountapi.Form;

import java.util.List;
import java.util.function.Function;

/** What front ends send of a mailed link, and what they are told about it, in Djoser's words. */
public final class LinkFields {

    /** What the field for an account in a link is called. */
    public static final String UID = "uid";

    /** What the field for a link's token is called. */
    public static final String TOKEN = "token";

    private static final String EMAIL = "email";
    private static final Form ADDRESS = Form.of(Field.email(EMAIL));

    private LinkFields() {}

    /** Whose link it is. */
    public static Field uid() {
        return Field.text(UID);
    }

    /** Its token. */
    public static Field token() {
        return Field.text(TOKEN);
    }

    /** 400: the link names an account that does not exist. */
    public static Answer noAccount() {
        return Answer.wrongField(UID, List.of("Invalid user id or user doesn't exist."));
    }

    /** 400: the link is not good, or not for this. */
    public static Answer notValid() {
        return Answer.wrongField(TOKEN, List.of("Invalid token for given user."));
    }

    /**
     * The answer to whoever asks for a link.
     *
     * @param send is given the address
     */
    public static Answer asked(ApiRequest request, Function<String, LinkRequest> send) {
        return request.read(
                ADDRESS,
                fields ->
                        switch (send.apply(fields.text(EMAIL))) {
                            case ACCEPTED -> Answer.noContent();
                            case UNKNOWN_ADDRESS ->
                                    Answer.badRequest(
                                            List.of("User with given email does not exist."));
                            case NOT_OFFERED -> Answer.badRequest(null);
                        });
    }
}
