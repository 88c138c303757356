package dev.serdab.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.EmailAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class PasswordRulesTest {

    private static final EmailAddress EMAIL = new EmailAddress("marigold.lee@example.com");
    private static final String SIMILAR = "The password is too similar to the email.";
    private static final String SHORT =
            "This password is too short. It must contain at least 8 characters.";
    private static final String COMMON = "This password is too common.";
    private static final String NUMERIC = "This password is entirely numeric.";

    private final PasswordRules rules =
            new PasswordRules(new PasswordSettings(List.of(PasswordRule.values())));

    @Test
    void allBrokenRulesAreToldInTheirOrder() {
        assertThat(told("1")).containsExactly(SHORT, COMMON, NUMERIC);
        assertThat(told("12345678")).containsExactly(COMMON, NUMERIC);
        assertThat(told("lee")).containsExactly(SIMILAR, SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "marigold",
                "dlogiram",
                "MariGold!",
                "marigold12",
                "example.com",
                "elpmaxe1"
            })
    void lettersOfTheAddressCountWhateverTheirOrder(String password) {
        assertThat(told(password)).contains(SIMILAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plum tree 42", "marigold1234567", "wilhelmina ott", "Zx9-plum-tree"})
    void otherPasswordsMayBeChosen(String password) {
        assertThat(rules.broken(password, EMAIL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"password", "PassWord", "' password1 '", "qwertyuiop", "1029384756", "iloveyou"})
    void whatManyHaveIsCommonWhateverItsCase(String password) {
        assertThat(told(password)).contains(COMMON);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(told("🙂🙂🙂🙂🙂🙂🙂")).containsExactly(SHORT);
        assertThat(told("🙂🙂🙂🙂🙂🙂🙂🙂")).isEmpty();
    }

    @Test
    void noRulesBreakNothing() {
        assertThat(new PasswordRules(new PasswordSettings(List.of())).broken("1", EMAIL)).isEmpty();
    }

    private List<String> told(String password) {
        return rules.broken(password, EMAIL).stream().map(PasswordRule::message).toList();
    }
}
