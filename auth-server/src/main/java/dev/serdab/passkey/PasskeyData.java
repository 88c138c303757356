package dev.serdab.passkey;

import dev.serdab.account.Account;
import dev.serdab.account.PersonalData;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;

/** What a person takes along of their passkeys. */
@Component
class PasskeyData implements PersonalData {

    private final Passkeys passkeys;

    PasskeyData(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    record Entry(String name, Instant createdAt, @Nullable Instant lastUsedAt, boolean isSynced) {}

    @Override
    public String name() {
        return "passkeys";
    }

    @Override
    public List<Entry> of(Account account) {
        return passkeys.of(account.id()).stream()
                .map(passkey ->
                        new Entry(
                                passkey.name(),
                                passkey.createdAt(),
                                passkey.lastUsedAt(),
                                passkey.isSynced()))
                .toList();
    }
}
