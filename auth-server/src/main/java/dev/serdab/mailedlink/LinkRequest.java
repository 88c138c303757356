package dev.serdab.mailedlink;

/** What somebody is told who asked for a link. */
public enum LinkRequest {
    /** If the address has a fitting account, it was mailed a link. */
    ACCEPTED,
    /** The address has no fitting account; only while a setting lets this be told. */
    UNKNOWN_ADDRESS,
    /** A setting makes links of this kind unnecessary. */
    NOT_OFFERED
}
