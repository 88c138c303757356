package dev.serdab.account;

/**
 * An account to be made.
 *
 * @param password a Django password string, never a password
 */
public record NewAccount(
        EmailAddress email,
        String name,
        String password,
        boolean isAdmin,
        boolean isActive,
        boolean isSuperuser) {

    /** An ordinary, active account. */
    public static NewAccount person(EmailAddress email, String name, String password) {
        return new NewAccount(email, name, password, false, true, false);
    }

    /** The same, but nobody signs in before a mailed link was followed. */
    public NewAccount awaitingActivation() {
        return new NewAccount(email, name, password, isAdmin, false, isSuperuser);
    }

    /** An administrator's account. */
    public static NewAccount administrator(EmailAddress email, String name, String password) {
        return new NewAccount(email, name, password, true, true, false);
    }
}
