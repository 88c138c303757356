package dev.serdab.signin;

import dev.serdab.account.Account;
import dev.serdab.session.Factor;
import dev.serdab.signin.Entrance.Arrival;

import java.util.Optional;
import java.util.Set;

/** Asks for more than one factor, where an account has more. */
public interface SecondStep {

    /**
     * Decides whether something else must be shown before a session is opened, and remembers what
     * was shown so far.
     *
     * @param checked the account as it was when the first factor was checked
     * @param factors what was shown, of one kind only
     * @return the page that asks; empty: nothing more is needed
     */
    Optional<String> next(Account checked, Set<Factor> factors, Arrival arrival);
}
