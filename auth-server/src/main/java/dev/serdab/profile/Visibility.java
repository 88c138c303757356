package dev.serdab.profile;

import dev.serdab.account.Account;
import dev.serdab.account.AccountId;
import dev.serdab.account.Accounts;

import org.springframework.stereotype.Component;

import java.util.List;

/** Who sees which account. */
@Component
class Visibility {

    private final Accounts accounts;
    private final boolean isHidden;

    Visibility(Accounts accounts, ProfileSettings settings) {
        this.accounts = accounts;
        this.isHidden = settings.hideUsers();
    }

    /** What somebody who looks for an account finds. */
    sealed interface Sight {

        /** The account, to do with it whatever its owner may. */
        record Open(Account account) implements Sight {}

        /** That it exists. */
        record Closed() implements Sight {}

        /** That no account has this id. */
        record NoSuch() implements Sight {}

        /** Nothing at all. */
        record Nothing() implements Sight {}
    }

    /** Looks for one account. */
    Sight of(String id, Account viewer) {
        var wanted = AccountId.parse(id).orElse(null);
        if (wanted == null) {
            return new Sight.Nothing();
        }
        if (wanted.equals(viewer.id())) {
            return new Sight.Open(viewer);
        }
        if (isHidden && !viewer.isAdmin()) {
            return new Sight.Nothing();
        }
        return accounts.find(wanted)
                .<Sight>map(found -> viewer.isAdmin() ? new Sight.Open(found) : new Sight.Closed())
                .orElseGet(Sight.NoSuch::new);
    }

    /** All that somebody sees. */
    List<Account> all(Account viewer) {
        return isHidden && !viewer.isAdmin() ? List.of(viewer) : accounts.all();
    }
}
