package dev.serdab.playground;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the app that is played holds; each page carries it along in its forms. */
record Hand(
        String client,
        @Nullable String code,
        @Nullable String verifier,
        @BindParam("access_token") @Nullable String access,
        @BindParam("refresh_token") @Nullable String refresh,
        @BindParam("id_token") @Nullable String id) {

    /** The same with what a token response brought; what it does not bring is kept. */
    Hand with(Exchange answer) {
        return new Hand(
                client,
                null,
                null,
                or(answer.member("access_token"), access),
                or(answer.member("refresh_token"), refresh),
                or(answer.member("id_token"), id));
    }

    /** The tokens that can be looked into. */
    List<DecodedToken> tokens() {
        return Stream.of(decoded("access_token", access), decoded("id_token", id))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DecodedToken> decoded(String kind, @Nullable String token) {
        return DecodedToken.of(kind, Objects.requireNonNullElse(token, ""));
    }

    private static @Nullable String or(String brought, @Nullable String kept) {
        return brought.isEmpty() ? kept : brought;
    }
}
