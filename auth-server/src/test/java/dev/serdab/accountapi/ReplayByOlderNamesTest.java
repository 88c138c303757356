package dev.serdab.accountapi;

import org.springframework.test.context.TestPropertySource;

import java.util.Map;

/** Below a prefix, and by the names that paths had before Djoser 2. */
@TestPropertySource(
        locations = "/djoser/settings/strict.properties",
        properties = "serdab.account-api.path-prefix=/auth")
class ReplayByOlderNamesTest extends ReplayTest {

    ReplayByOlderNamesTest() {
        super(
                "strict",
                "/auth",
                Map.of(
                        "users/activation", "users/confirm",
                        "users/set_email", "users/set_username",
                        "users/reset_email", "users/reset_username",
                        "users/reset_email_confirm", "users/reset_username_confirm"));
    }
}
