/**
 * How an operator shows to be one, to a running server: with the token that lies in the data
 * directory, which only the server's own user can read.
 *
 * <p>Start reading at {@link dev.serdab.operator.OperatorToken}. Owns the file {@code
 * operator.token}.
 */
@ApplicationModule(
        displayName = "Operator",
        allowedDependencies = {"sealing", "storage"})
@NullMarked
package dev.serdab.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
