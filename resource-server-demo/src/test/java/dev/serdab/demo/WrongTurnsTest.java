package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.demo.testing.Demo;

import jakarta.servlet.http.HttpServlet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

class WrongTurnsTest extends DemoTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/notes/1",
                "/whoami/",
                "/Whoami",
                "/error",
                "/login",
                "/logout",
                "/actuator",
                "/favicon.ico",
                "/index.html",
            })
    void whereNothingIsEverybodyIsToldSo(String path) {
        demo.get(path).answer().expectProblem(404);
        demo.get(path).header("Accept", "text/html").answer().expectProblem(404);
        demo.get(path).bearer(issuer.token()).answer().expectProblem(404);
        demo.get(path).bearer("rubbish").answer().expectProblem(404);
        demo.post(path, "{}").answer().expectProblem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void aMethodThatAPathDoesNotHaveIsNamedSo(String method) {
        var answer = demo.call(method, "/notes").answer().expectProblem(405);
        assertThat(answer.header("Allow").split(", ?")).contains("GET", "POST");

        demo.call(method, "/notes").bearer(issuer.token()).answer().expectProblem(405);
        demo.call(method, "/whoami").answer().expectProblem(405);
        demo.post("/whoami", "{}").answer().expectProblem(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "get"})
    void aMethodThatNobodyHasIsNoServerError(String method) {
        assertThat(demo.call(method, "/notes").answer().status()).isBetween(400, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes;x=1", "//notes", "/a/..%2fnotes", "/%2e/notes", "/notes%00"})
    void aPathWithTricksOpensNothing(String path) {
        var answer = demo.get(path).answer();

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain("Tomcat");
    }

    @Test
    void whoAcceptsNoJsonIsToldThatThereIsNothingElse() {
        demo.get("/whoami")
                .bearer(issuer.token())
                .header("Accept", "text/html")
                .answer()
                .expectProblem(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forgotten", "/forgotten-too"})
    void anEndpointThatNobodyWroteARuleForStaysShut(String path) {
        var everything = issuer.token().scope("notes.read notes.write");
        try (var careless = Demo.with(Forgotten.class, issuer)) {
            careless.get(path).answer().expectProblem(401);
            careless.get(path).bearer(everything).answer().expectProblem(403);
        }
    }

    @Test
    void whatIsNotEvenAnEndpointStaysShut() {
        try (var careless = Demo.with(ForgottenServlet.class, issuer)) {
            careless.get("/servlet").answer().expectProblem(404);
            careless.get("/servlet").bearer(issuer.token()).answer().expectProblem(404);
        }
    }

    @Test
    void whatBreaksSaysNothingAboutItsInsides() {
        try (var broken = Demo.with(Broken.class, issuer)) {
            var answer = broken.get("/.well-known/oauth-protected-resource/broken/now").answer();
            answer.expectProblem(500);
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    @RestController
    static class Forgotten {

        @GetMapping("/forgotten")
        String open() {
            return "Anyone can read this";
        }

        @Bean
        RouterFunction<ServerResponse> openToo() {
            return RouterFunctions.route(
                    RequestPredicates.GET("/forgotten-too"),
                    _ -> ServerResponse.ok().body("Anyone can read this"));
        }
    }

    static class ForgottenServlet {

        @Bean
        ServletRegistrationBean<HttpServlet> servlet() {
            return new ServletRegistrationBean<>(new HttpServlet() {}, "/servlet");
        }
    }

    @RestController
    static class Broken {

        @GetMapping("/.well-known/oauth-protected-resource/broken/now")
        String broken() {
            throw new IllegalStateException("secret");
        }
    }
}
