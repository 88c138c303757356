package dev.serdab.logintoken;

import dev.serdab.accountapi.Credential;

/**
 * A key that somebody showed.
 *
 * @param key 40 hex digits
 */
record LoginKey(String key) implements Credential {

    @Override
    public String toString() {
        return "LoginKey[…]";
    }
}
