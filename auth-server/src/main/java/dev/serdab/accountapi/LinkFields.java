package dev.serdab.accountapi;

import java.util.List;

/** What front ends send of a mailed link, and what they are told about it, in Djoser's words. */
public final class LinkFields {

    /** What the field for an account in a link is called. */
    public static final String UID = "uid";

    /** What the field for a link's token is called. */
    public static final String TOKEN = "token";

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

    /** 400: no link was mailed, as the address has no fitting account. */
    public static Answer unknownAddress() {
        return Answer.badRequest(List.of("User with given email does not exist."));
    }
}
