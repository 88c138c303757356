package dev.serdab.testing;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.account.Creation.Created;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.NewAccount;
import dev.serdab.passwordhash.PasswordHasher;

import org.springframework.boot.test.context.TestComponent;

import java.util.concurrent.ConcurrentHashMap;

/** People who have accounts. All of them know {@link #PASSWORD}. */
@TestComponent
public class People {

    /** Everybody's password. */
    public static final String PASSWORD = "plum tree 42 lantern";

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final ConcurrentHashMap<String, String> hashes = new ConcurrentHashMap<>();

    People(Accounts accounts, PasswordHasher hasher) {
        this.accounts = accounts;
        this.hasher = hasher;
    }

    /** Somebody with an active account. */
    public Account registered(String email) {
        return create(new NewAccount(new EmailAddress(email), "Ada", hashed(), false, true, false));
    }

    /** Somebody whose account is not active. */
    public Account inactive(String email) {
        return create(
                new NewAccount(new EmailAddress(email), "Ada", hashed(), false, false, false));
    }

    /** An administrator. */
    public Account administrator(String email) {
        return create(NewAccount.administrator(new EmailAddress(email), "Root", hashed()));
    }

    private Account create(NewAccount account) {
        return ((Created) accounts.create(account)).account();
    }

    private String hashed() {
        return hashes.computeIfAbsent(PASSWORD, hasher::hash);
    }
}
