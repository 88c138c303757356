package dev.serdab.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serdab.account.Creation.AddressTaken;
import dev.serdab.account.Creation.Created;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

class AccountsTest extends ServerTest {

    @Autowired Accounts accounts;
    @Autowired Memberships memberships;

    @Test
    void anAccountMustHaveAnAddress() {
        assertThatThrownBy(() -> new EmailAddress(""))
                .hasMessage("User must have an email address");
    }

    @Test
    void theDomainIsLoweredAndTheLocalPartIsKept() {
        assertThat(people.registered("Ada.L@EXAMPLE.org").email().value())
                .isEqualTo("Ada.L@example.org");
        assertThat(accounts.findByEmail("ADA.l@example.ORG")).isPresent();
    }

    @Test
    void twoAccountsCannotDifferByCaseAlone() {
        people.registered("ada@example.org");

        assertThat(
                        accounts.create(
                                NewAccount.person(new EmailAddress("ADA@example.org"), "A", "!")))
                .isInstanceOf(AddressTaken.class);
    }

    @Test
    void anIdIsNeverGivenTwice() {
        var first = people.registered("ada@example.org");
        accounts.delete(first.id());

        assertThat(people.registered("ada@example.org").id().value())
                .isGreaterThan(first.id().value());
    }

    @Test
    void rightsComeFromTheAccountAndItsGroups() {
        var ada = people.registered("ada@example.org");
        memberships.defineGroup("editors", List.of("blog.add_post", "blog.change_post"));
        memberships.join(ada.id(), "editors");
        memberships.allow(ada.id(), "blog.view_stats");

        assertThat(memberships.of(ada).groups()).containsExactly("editors");
        assertThat(memberships.of(ada).authorities())
                .containsExactly(
                        "GROUP_editors", "blog.add_post", "blog.change_post", "blog.view_stats");
    }

    @Test
    void aSuperuserMayDoAllAndAnInactiveAccountNothing() {
        memberships.defineGroup("editors", List.of("blog.add_post"));
        var root = (Created) accounts.create(newAccount("root@example.org", true, true));
        var gone = (Created) accounts.create(newAccount("gone@example.org", false, true));

        assertThat(memberships.of(root.account()).permissions()).contains("blog.add_post");
        assertThat(memberships.of(gone.account())).isEqualTo(Rights.NONE);
    }

    private static NewAccount newAccount(String email, boolean isActive, boolean isSuperuser) {
        return new NewAccount(new EmailAddress(email), "Root", "!", false, isActive, isSuperuser);
    }
}
