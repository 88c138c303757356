package dev.serdab.knownbrowser;

import dev.serdab.account.AccountEvent;
import dev.serdab.account.AccountEvent.AccessRevoked;
import dev.serdab.account.AccountEvent.PasswordChanged;
import dev.serdab.account.AccountEvent.PasswordReset;
import dev.serdab.cleanup.ExpiringTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets browsers because something happened to their account, or to none for long. */
@Component
class BrowsersOfAccounts {

    private final KnownBrowsers browsers;

    BrowsersOfAccounts(KnownBrowsers browsers) {
        this.browsers = browsers;
    }

    /** Whoever knew the old password may have signed in as well. */
    @EventListener({PasswordChanged.class, PasswordReset.class, AccessRevoked.class})
    void on(AccountEvent event) {
        browsers.forgetAll(event.account());
    }

    @Configuration(proxyBeanMethods = false)
    static class Unused {

        @Bean
        ExpiringTable unusedBrowsers() {
            return new ExpiringTable("known_browser", "id", "ends_at");
        }
    }
}
