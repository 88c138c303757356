package dev.serdab.profile;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who sees whom.
 *
 * @param hideUsers whether people see no account but their own; administrators see all
 */
@ConfigurationProperties("serdab.account-api")
record ProfileSettings(@DefaultValue("true") boolean hideUsers) {}
