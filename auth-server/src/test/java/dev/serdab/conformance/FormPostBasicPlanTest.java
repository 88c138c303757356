package dev.serdab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.Ask;

import org.junit.jupiter.api.Test;

/**
 * The plan {@code oidcc-formpost-basic-certification-test-plan}: the modules of the basic plan, all
 * of whose answers come in a form that sends itself.
 */
class FormPostBasicPlanTest extends OidcBasicPlanTest {

    @Override
    Ask sent(Ask ask) {
        return ask.with("response_mode", "form_post");
    }

    /** What all modules rely on. */
    @Test
    void answersComeInAFormThatSendsItself() {
        assertThat(texts(discovery().path("response_modes_supported"))).contains("form_post");

        var page = opens(asks("openid").with("prompt", "none")).expect(200);

        assertThat(page.error()).isEqualTo("login_required");
        assertThat(page.html().selectFirst("form").attr("method")).isEqualTo("post");
        assertThat(page.html().selectFirst("form").attr("action")).isEqualTo(CALLBACK);
        assertThat(http.get(page.html().selectFirst("script").attr("src")).expect(200).body())
                .contains("document.querySelector('form[data-send]')?.submit()");
        assertThat(page.html().selectFirst("form").hasAttr("data-send")).isTrue();
    }
}
