package dev.serdab.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may make an account.
 *
 * @param open whether people may for themselves; else only administrators may, through the account
 *     API
 */
@ConfigurationProperties("serdab.registration")
public record SignUpSettings(@DefaultValue("true") boolean open) {}
