package dev.serdab.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.net.URI;

class PageHeadersTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aPageLoadsAndRunsNothingButOursAndFramesNothing() {
        assertThat(policy())
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; script-src 'self';"
                                + " img-src 'self'; form-action 'self'; frame-ancestors 'none';"
                                + " base-uri 'none'");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }

    @Test
    void whatMayBeKeptStaysSo() {
        response.setHeader("Cache-Control", "public, immutable");

        policy();
        assertThat(response.getHeader("Cache-Control")).isEqualTo("public, immutable");
    }

    @ParameterizedTest
    @CsvSource({
        "https://notes.example.com/callback?x=1#y, https://notes.example.com",
        "https://NOTES.example.com:8443/cb, https://notes.example.com:8443",
        "https://ada:secret@notes.example.com/cb, https://notes.example.com",
        "http://localhost:5173/cb, http://localhost:5173",
        "http://127.0.0.1/cb, http://127.0.0.1",
        "http://[::1]:4711/cb, http:",
        "https://[2001:db8::1]/cb, https:",
        "com.example.notes:/cb, com.example.notes:",
        "com.example.notes://anything/cb, com.example.notes:"
    })
    void aFormMayLeadToTheAppThatWaits(String address, String source) {
        PageHeaders.allowFormTarget(request, URI.create(address));

        assertThat(policy()).contains("form-action 'self' " + source + "; frame-ancestors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://notes.example.com/cb",
                "http://localhost.example.com/cb",
                "http://127.0.0.1.example.com/cb",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "blob:https://example.com/1",
                "file:///etc/passwd",
                "/relative",
                "https:opaque;script-src",
                "//notes.example.com/cb"
            })
    void aFormMayLeadNowhereElse(String address) {
        PageHeaders.allowFormTarget(request, URI.create(address));

        assertThat(policy()).containsAnyOf("form-action 'self';", "form-action 'self' https:;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://notes.example.com;script-src*/cb",
                "https://notes.example.com,script-src*/cb",
                "https://a.example'unsafe-inline'/cb",
                "https://*/cb",
                "https://*.example.com/cb",
                "https://a_b.example.com/cb",
                "https://b\u00fccher.example/cb",
                "https://notes.example.com%20script-src/cb",
                "https://notes.example.com%0d%0aSet-Cookie:a=b/cb",
                "a+b.c-d:x;y"
            })
    void noAddressWritesIntoThePolicy(String address) {
        PageHeaders.allowFormTarget(request, URI.create(address));

        assertThat(policy())
                .matches(
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                                + " form-action 'self' (https:|a\\+b\\.c-d:); frame-ancestors 'none';"
                                + " base-uri 'none'");
    }

    @Test
    void anAnswerMayPostItselfToItsApp() {
        PageHeaders.allowFormPost(request, URI.create("https://notes.example.com/callback"));

        assertThat(policy()).contains("form-action 'self' https://notes.example.com;");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("strict-origin");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void twoTargetsStandSideBySide() {
        PageHeaders.allowFormTarget(request, URI.create("https://notes.example.com/a"));
        PageHeaders.allowFormTarget(request, URI.create("https://notes.example.com/b"));
        PageHeaders.allowFormTarget(request, URI.create("https://other.example.com/"));

        assertThat(policy())
                .contains(
                        "form-action 'self' https://notes.example.com https://other.example.com;");
    }

    @Test
    void anAppThatWaitsInAnotherWindowIsNotCutOff() {
        PageHeaders.allowFormTarget(request, URI.create("https://notes.example.com/a"));
        policy();
        assertThat(response.getHeader("Cross-Origin-Opener-Policy")).isNull();

        var redirect = new MockHttpServletResponse();
        redirect.setStatus(303);
        new PageHeaders().writeHeaders(new MockHttpServletRequest(), redirect);
        assertThat(redirect.getHeader("Cross-Origin-Opener-Policy")).isNull();
    }

    private String policy() {
        new PageHeaders().writeHeaders(request, response);
        return response.getHeader("Content-Security-Policy");
    }
}
