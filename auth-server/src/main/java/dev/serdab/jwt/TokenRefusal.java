package dev.serdab.jwt;

/** Why a token is not taken, in djangorestframework-simplejwt's words. Add, don't reword. */
enum TokenRefusal {
    /** Not a token of this server's {@code /jwt/*}. */
    INVALID("Token is invalid"),
    /** It was one. */
    EXPIRED("Token is expired"),
    /** An access token where a refresh token belongs, or the other way round. */
    WRONG_TYPE("Token has wrong type"),
    /** Used up, or ended with all others of its account. */
    BLACKLISTED("Token is blacklisted");

    private final String message;

    TokenRefusal(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
