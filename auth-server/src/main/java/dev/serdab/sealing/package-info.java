/**
 * How secrets lie in the database: {@link dev.serdab.sealing.SecretHash hashed} when they are only
 * compared (tokens, codes, links, sessions), {@link dev.serdab.sealing.Seal sealed} when they must
 * be read again (signing keys, unsent mails).
 *
 * <p>Owns the file {@code master.key} in the data directory. A feature that stores sealed values
 * publishes one {@link dev.serdab.sealing.SealedColumn} bean, so that the master key can be
 * changed.
 */
@ApplicationModule(
        displayName = "Sealing",
        allowedDependencies = {"settings", "storage"})
@NullMarked
package dev.serdab.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
