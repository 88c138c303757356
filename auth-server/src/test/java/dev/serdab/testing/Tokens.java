package dev.serdab.testing;

/**
 * What the token endpoint gave out; a part that did not come is an empty text.
 *
 * @param scope what they are good for
 */
public record Tokens(String access, String refresh, String id, String scope) {

    public static Tokens of(Answer answer) {
        answer.expect(200);
        return new Tokens(
                answer.text("access_token"),
                answer.text("refresh_token"),
                answer.text("id_token"),
                answer.text("scope"));
    }
}
