package dev.serdab.account;

/** Something happened to an account; published in the transaction that did it. */
public sealed interface AccountEvent {

    /** Whose account. */
    AccountId account();

    /** The account was made. */
    record Created(AccountId account) implements AccountEvent {}

    /** The account is about to be deleted; its rows still exist. */
    record Deleting(AccountId account) implements AccountEvent {}

    /**
     * The person changed the password, knowing the old one.
     *
     * @param logsOut whether front ends must log in again ({@code logout-on-password-change})
     */
    record PasswordChanged(AccountId account, boolean logsOut) implements AccountEvent {}

    /** The password was set anew by a mailed link. */
    record PasswordReset(AccountId account) implements AccountEvent {}

    /** The account has another address. */
    record EmailChanged(AccountId account) implements AccountEvent {}

    /** The account may no longer sign in. */
    record Deactivated(AccountId account) implements AccountEvent {}

    /** An operator ends whatever was opened with it; the person may sign in again. */
    record AccessRevoked(AccountId account) implements AccountEvent {}
}
