package dev.serdab.jwt;

/** The two tokens of a pair. */
enum Kind {
    /** Opens APIs (RFC 9068). */
    ACCESS("at+jwt", "access"),
    /** Brings new access tokens. */
    REFRESH("refresh+jwt", "refresh");

    private final String type;
    private final String claim;

    Kind(String type, String claim) {
        this.type = type;
        this.claim = claim;
    }

    /** The header's {@code typ}. */
    String type() {
        return type;
    }

    /** The claim {@code token_type}. */
    String claim() {
        return claim;
    }
}
