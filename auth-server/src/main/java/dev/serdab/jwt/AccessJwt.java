package dev.serdab.jwt;

import dev.serdab.accountapi.Credential;

/** An access token of {@code /jwt/create/}: it is the person, and needs no scope. */
record AccessJwt() implements Credential {}
