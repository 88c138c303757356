package dev.serdab.testing;

import dev.serdab.account.Account;

import java.util.Map;

/** A server spoken to as a front end written for Djoser does. */
public abstract class AccountApiTest extends ServerTest {

    /** Asks for an account. */
    protected Answer signUp(String email, String name, String password) {
        return app.post("/users/", Map.of("email", email, "name", name, "password", password));
    }

    /** Asks for a pair of tokens. */
    protected Answer createJwt(String email, String password) {
        return app.post("/jwt/create/", Map.of("email", email, "password", password));
    }

    /** The app with the access token of somebody who knows {@link People#PASSWORD}. */
    protected Http as(Account account) {
        var email = account.email().value();
        return app.bearer(createJwt(email, People.PASSWORD).expect(200).text("access"));
    }

    /** A new key of somebody who knows {@link People#PASSWORD}. */
    protected String logIn(Account account) {
        var email = account.email().value();
        return app.post("/token/login/", Map.of("email", email, "password", People.PASSWORD))
                .expect(200)
                .text("auth_token");
    }

    /** The app with a key. */
    protected Http withKey(String key) {
        return app.with("Authorization", "Token " + key);
    }
}
