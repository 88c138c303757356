/**
 * Pairs of an access and a refresh token for front ends that used djangorestframework-simplejwt:
 * {@code /jwt/*} and {@code Authorization: Bearer}.
 *
 * <p>Start reading at {@link dev.serdab.jwt.TokenPairs}. Owns the tables {@code jwt_blacklist} and
 * {@code jwt_generation}.
 *
 * <p>The access token is at the same time one of RFC 9068, so that a resource server takes it like
 * any other. The refresh token has a type and an audience of its own and passes nowhere else.
 */
@ApplicationModule(
        displayName = "Account JWTs",
        allowedDependencies = {
            "account",
            "accountapi",
            "cleanup",
            "credential",
            "knownbrowser",
            "sealing",
            "secondfactor",
            "settings",
            "signingkey",
            "sqltime"
        })
@NullMarked
package dev.serdab.jwt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
