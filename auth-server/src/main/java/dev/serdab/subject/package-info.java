/**
 * The name a client knows a person by: {@code sub} (OpenID Connect Core §8), once for access
 * tokens, ID tokens, userinfo and whatever compares with one of them.
 *
 * <p>Start reading at {@link dev.serdab.subject.Subjects}. Owns the table {@code subject_salt}.
 */
@ApplicationModule(
        displayName = "Subjects",
        allowedDependencies = {"account", "client", "sealing", "sqltime"})
@NullMarked
package dev.serdab.subject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
