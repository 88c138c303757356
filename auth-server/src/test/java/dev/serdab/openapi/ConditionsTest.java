package dev.serdab.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Set;

class ConditionsTest {

    private static final String YAML =
            """
            paths:
              /always/: {}
              /sometimes/: # if jwt.endpoint
                post:

                  summary: Sometimes # if there is time
              /either/: # if a or b
                fields:
                  - one # if a
                  - two
            end: here # unless model=none
            """;

    @Test
    void whatIsSwitchedOffIsLeftOutWithAllBelowIt() {
        assertThat(yaml())
                .isEqualTo(
                        """
                        paths:
                          /always/: {}
                        end: here
                        """);
    }

    @Test
    void whatIsSwitchedOnStaysWithoutItsCondition() {
        assertThat(yaml("jwt.endpoint"))
                .isEqualTo(
                        """
                        paths:
                          /always/: {}
                          /sometimes/:
                            post:

                              summary: Sometimes # if there is time
                        end: here
                        """);
    }

    @Test
    void oneOfSeveralIsEnough() {
        assertThat(yaml("b"))
                .isEqualTo(
                        """
                        paths:
                          /always/: {}
                          /either/:
                            fields:
                              - two
                        end: here
                        """);
    }

    @Test
    void whatStaysUnlessASettingHasAValueGoesWhenItHasIt() {
        assertThat(yaml("model=none")).doesNotContain("end");
    }

    private static String yaml(String... on) {
        return Conditions.apply(YAML, Set.of(on)::contains);
    }
}
