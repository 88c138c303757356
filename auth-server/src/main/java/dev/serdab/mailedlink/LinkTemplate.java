package dev.serdab.mailedlink;

import java.net.URI;

/**
 * Where links of one kind lead below the front end's address, as in Djoser's settings.
 *
 * @param text holds {@code {uid}} and {@code {token}}
 */
public record LinkTemplate(String text) {

    private static final String UID = "{uid}";
    private static final String TOKEN = "{token}";

    /**
     * Reads {@code activate/{uid}/{token}}.
     *
     * @throws IllegalArgumentException when it is written otherwise; its message says how to write
     *     it
     */
    public static LinkTemplate of(String text) {
        var template = new LinkTemplate(text.replaceFirst("^/+", ""));
        if (text.contains(UID) && text.contains(TOKEN) && template.leadsSomewhere()) {
            return template;
        }
        throw new IllegalArgumentException(
                "a path that holds {uid} and {token}, such as activate/{uid}/{token}");
    }

    /** The path of one link. */
    public String path(MailedLink link) {
        return path(link.uid(), link.token());
    }

    private String path(String uid, String token) {
        return text.replace(UID, uid).replace(TOKEN, token);
    }

    private boolean leadsSomewhere() {
        try {
            return URI.create("https://app.example.com/" + path("MQ", "0-0")).getPath() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
