package dev.serdab.profile;

import dev.serdab.account.Account;
import dev.serdab.account.Memberships;
import dev.serdab.account.PersonalData;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;

/** Who the person is to this server, for them to take along. */
@Component
class ProfileData implements PersonalData {

    private final Memberships memberships;

    ProfileData(Memberships memberships) {
        this.memberships = memberships;
    }

    private record Part(
            long id,
            String email,
            @Nullable Instant emailVerifiedAt,
            String name,
            boolean isAdmin,
            @Nullable Instant lastLogin,
            Collection<String> groups,
            Collection<String> permissions) {}

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Object of(Account account) {
        var rights = memberships.of(account);
        return new Part(
                account.id().value(),
                account.email().value(),
                account.emailVerifiedAt(),
                account.name(),
                account.isAdmin(),
                account.lastLogin(),
                rights.groups(),
                rights.permissions());
    }
}
