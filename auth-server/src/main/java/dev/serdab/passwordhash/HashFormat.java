package dev.serdab.passwordhash;

/** One of Django's password hashers, as far as checking goes. */
interface HashFormat {

    /** Compares in constant time; a string that is not well-formed matches nothing. */
    boolean matches(String password, String stored);
}
