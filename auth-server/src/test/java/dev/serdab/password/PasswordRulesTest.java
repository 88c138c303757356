package dev.serdab.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.account.EmailAddress;
import dev.serdab.password.PasswordSettings.Rule;

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
            new PasswordRules(new PasswordSettings(List.of(Rule.values())));

    @Test
    void allBrokenRulesAreToldInTheirOrder() {
        assertThat(rules.broken("1", EMAIL)).containsExactly(SHORT, COMMON, NUMERIC);
        assertThat(rules.broken("12345678", EMAIL)).containsExactly(COMMON, NUMERIC);
        assertThat(rules.broken("lee", EMAIL)).containsExactly(SIMILAR, SHORT);
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
        assertThat(rules.broken(password, EMAIL)).contains(SIMILAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plum tree 42", "marigold1234567", "wilhelmina ott", "Zx9-plum-tree"})
    void otherPasswordsMayBeChosen(String password) {
        assertThat(rules.broken(password, EMAIL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"password", "PassWord", "' password1 '", "qwertyuiop", "1029384756", "iloveyou"})
    void whatManyHaveIsCommonWhateverItsCase(String password) {
        assertThat(rules.broken(password, EMAIL)).contains(COMMON);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(rules.broken("🙂🙂🙂🙂🙂🙂🙂", EMAIL)).containsExactly(SHORT);
        assertThat(rules.broken("🙂🙂🙂🙂🙂🙂🙂🙂", EMAIL)).isEmpty();
    }

    @Test
    void noRulesBreakNothing() {
        assertThat(new PasswordRules(new PasswordSettings(List.of())).broken("1", EMAIL)).isEmpty();
    }
}
