/**
 * Passwords at rest: Argon2id for new ones, and every format Django ever wrote.
 *
 * <p>Start reading at {@link dev.serdab.passwordhash.PasswordHasher}. A stored password is always a
 * Django string ({@code algorithm$…}), so an account can be carried in either direction.
 */
@ApplicationModule(
        displayName = "Password hashes",
        allowedDependencies = {})
@NullMarked
package dev.serdab.passwordhash;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
