/**
 * Which tokens count: access tokens that one issuer signed for this API, and nothing else it signs.
 *
 * <p>Start reading at {@link dev.serdab.demo.token.AccessTokens}. The rules are those of RFC 9068
 * §4; the issuer is asked for its keys when they are needed, so neither has to be started first.
 */
@NullMarked
package dev.serdab.demo.token;

import org.jspecify.annotations.NullMarked;
