package dev.serdab.account;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A person's account, without the password.
 *
 * @param id never changes
 * @param email the login name
 * @param name what the person is called
 * @param isAdmin may manage others; Djoser calls it staff
 * @param isActive may sign in
 * @param isSuperuser has every permission there is
 * @param emailVerifiedAt when a mailed link proved the address, if one did
 * @param lastLogin the last sign-in, as Django counts it
 * @param passwordVersion how often the password was changed; who knew an older one when it was
 *     checked may do nothing with it once there is a newer
 */
public record Account(
        AccountId id,
        EmailAddress email,
        String name,
        boolean isAdmin,
        boolean isActive,
        boolean isSuperuser,
        @Nullable Instant emailVerifiedAt,
        @Nullable Instant lastLogin,
        int passwordVersion) {

    /**
     * Whether the account was never of use to anybody. Who was let in once and is not any more was
     * switched off.
     */
    public boolean awaitsActivation() {
        return !isActive && lastLogin == null && emailVerifiedAt == null;
    }

    /** Whether a mailed link proved the address. */
    public boolean isEmailVerified() {
        return emailVerifiedAt != null;
    }
}
