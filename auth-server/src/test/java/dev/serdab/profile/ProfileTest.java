package dev.serdab.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.Account;
import dev.serdab.testing.AccountApiTest;
import dev.serdab.testing.People;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest extends AccountApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void aHiddenRecordIsAnsweredLikeOneThatDoesNotExist(String method) {
        var ada = as(people.registered("ada@example.org"));
        var bob = people.registered("bob@example.org");

        var hidden = ada.json(method, "/users/" + bob.id() + "/", "{}").expect(404);
        var missing = ada.json(method, "/users/999999999/", "{}").expect(404);
        var noNumber = ada.json(method, "/users/bob/", "{}").expect(404);

        assertThat(hidden.body()).isEqualTo("{\"detail\":\"Not found.\"}");
        assertThat(missing.body()).isEqualTo(hidden.body());
        assertThat(noNumber.body()).isEqualTo(hidden.body());
    }

    @Test
    void aListHoldsOneselfAlone() {
        var ada = people.registered("ada@example.org");
        people.registered("bob@example.org");

        assertThat(as(ada).get("/users/?email=bob@example.org").expect(200).body())
                .isEqualTo("[%s]".formatted(shown(ada)));
    }

    @Test
    void anAdministratorSeesAndDeletesOthersWithTheirOwnPassword() {
        var root = as(people.administrator("root@example.org"));
        var bob = people.registered("bob@example.org");

        assertThat(root.get(path(bob)).expect(200).body()).isEqualTo(shown(bob));
        root.json("DELETE", path(bob), "{\"current_password\":\"wrong\"}").expect(400);
        root.json("DELETE", path(bob), currentPassword()).expect(204);
        root.get(path(bob)).expect(404);
    }

    @Test
    void aDeletedAccountTakesItsKeysWithIt() {
        var ada = people.registered("ada@example.org");
        var key = logIn(ada);

        withKey(key).json("DELETE", "/users/me/", currentPassword()).expect(204);

        withKey(key).get("/users/me/").expect(401);
        createJwt("ada@example.org", People.PASSWORD).expect(401);
        signUp("ada@example.org", "Ada", "plum tree 42").expect(201);
    }

    private static String path(Account account) {
        return "/users/" + account.id() + "/";
    }

    private static String currentPassword() {
        return "{\"current_password\":\"%s\"}".formatted(People.PASSWORD);
    }

    private static String shown(Account account) {
        return "{\"name\":\"Ada\",\"id\":%s,\"email\":\"%s\"}"
                .formatted(account.id(), account.email());
    }
}
