package dev.serdab.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a visitor may try. Only what fails counts at sign-in.
 *
 * @param signIn failed sign-ins per account, whatever the entrance; apart from them, wrong current
 *     passwords of somebody who is signed in
 * @param signInPerAddress failed sign-ins per network address (IPv6: per /64)
 * @param secondStep codes tried as a second factor, per account and known browser
 * @param signUp new accounts per network address
 * @param mail mails per recipient, and per account to addresses that it names
 * @param clientRegistration apps that register themselves, per network address
 * @param userCode codes typed at {@code /device} that no device shows, per account
 * @param userCodePerAddress the same per network address
 * @param device devices of an app without a secret that begin to sign in, per network address
 */
@ConfigurationProperties("serdab.limits")
public record LimitSettings(
        @DefaultValue("10/15m") Rate signIn,
        @DefaultValue("100/15m") Rate signInPerAddress,
        @DefaultValue("10/15m") Rate secondStep,
        @DefaultValue("20/1h") Rate signUp,
        @DefaultValue("5/1h") Rate mail,
        @DefaultValue("20/1h") Rate clientRegistration,
        @DefaultValue("10/15m") Rate userCode,
        @DefaultValue("30/15m") Rate userCodePerAddress,
        @DefaultValue("100/15m") Rate device) {}
