package dev.serdab.grant;

import org.jspecify.annotations.Nullable;

/** What one answer of the token endpoint gives out. */
public record NewTokens(NewToken access, @Nullable NewToken refresh) {}
