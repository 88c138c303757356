package dev.serdab.profile;

import dev.serdab.account.Account;

/**
 * What is shown of an account, in Djoser's order.
 *
 * @param name what the person is called
 * @param id a number
 * @param email the address as stored
 */
record Profile(String name, long id, String email) {

    static Profile of(Account account) {
        return new Profile(account.name(), account.id().value(), account.email().value());
    }
}
