package dev.serdab.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an account may say about its person (OpenID Connect Core §5.1). */
class AttributeTest {

    @ParameterizedTest
    @CsvSource({
        "GIVEN_NAME, Ada, true",
        "GIVEN_NAME, ' ', false",
        "GIVEN_NAME, 'a\u0000b', false",
        "PICTURE, https://example.org/ada.png, true",
        "PICTURE, http://example.org/ada.png, true",
        "PICTURE, javascript:alert(1), false",
        "PICTURE, /ada.png, false",
        "BIRTHDATE, 1815-12-10, true",
        "BIRTHDATE, 1815, true",
        "BIRTHDATE, 0000-12-10, true",
        "BIRTHDATE, 1815-02-30, false",
        "BIRTHDATE, 10.12.1815, false",
        "ZONEINFO, Europe/London, true",
        "ZONEINFO, Middle/Earth, false",
        "LOCALE, en-GB, true",
        "LOCALE, en_GB, false",
        "LOCALE, '', false",
        "PHONE_NUMBER, +44 20 7946 0018, true",
        "PHONE_NUMBER, +1 (604) 555-1234;ext=5678, true",
        "PHONE_NUMBER, ask her, false",
        "PHONE_NUMBER_VERIFIED, true, true",
        "PHONE_NUMBER_VERIFIED, 'yes', false",
        "COUNTRY, GB, true"
    })
    void eachKindHasItsForm(Attribute attribute, String value, boolean isGood) {
        assertThat(attribute.problem(value).isEmpty()).isEqualTo(isGood);
    }

    @Test
    void aLongStoryIsRefused() {
        assertThat(Attribute.NICKNAME.problem("x".repeat(1000))).isEmpty();
        assertThat(Attribute.NICKNAME.problem("x".repeat(1001))).isPresent();
    }

    @Test
    void namesAreWrittenAsInTokensOrAsInSettings() {
        assertThat(Attribute.of("given_name")).contains(Attribute.GIVEN_NAME);
        assertThat(Attribute.of("given-name")).contains(Attribute.GIVEN_NAME);
        assertThat(Attribute.of("givenname")).contains(Attribute.GIVEN_NAME);
        assertThat(Attribute.of("address.street-address")).contains(Attribute.STREET_ADDRESS);
        assertThat(Attribute.of("email")).isEmpty();
    }
}
