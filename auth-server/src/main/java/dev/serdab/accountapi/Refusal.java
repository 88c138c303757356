package dev.serdab.accountapi;

/**
 * What any endpoint may refuse.
 *
 * <p>The sentences are Django REST framework's: clients match on them. Add, don't reword.
 */
public enum Refusal {
    /** The path exists, but not in the format asked for, or not for this caller. */
    NOT_FOUND(404, "Not found."),
    /** Nothing here can be sent in a form the client takes. */
    NOT_ACCEPTABLE(406, "Could not satisfy the request Accept header."),
    /** Nobody is signed in. */
    NOT_AUTHENTICATED(401, "Authentication credentials were not provided."),
    /** Somebody is signed in, but may not do this. */
    PERMISSION_DENIED(403, "You do not have permission to perform this action."),
    /** More than {@link BodyReader#LONGEST} bytes. */
    TOO_LARGE(413, "Request body is too large.");

    private final int status;
    private final String detail;

    Refusal(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** The answer that says so. */
    public Answer answer() {
        return Answer.detail(status, detail);
    }
}
