package dev.serdab.passkey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passkeys.
 *
 * @param rpId the domain that passkeys are made for; the issuer's host by default. A parent domain
 *     lets other sites below it ask for the same passkeys; changing it makes all of them useless
 */
@ConfigurationProperties("serdab.passkey")
record PasskeySettings(@DefaultValue("") String rpId) {}
