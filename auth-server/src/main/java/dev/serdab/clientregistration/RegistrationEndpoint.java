package dev.serdab.clientregistration;

import dev.serdab.clientregistration.Registrations.Outcome;
import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Visitor;
import dev.serdab.protocol.ProtocolError;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Where apps register (RFC 7591 §3), and look after what they registered (RFC 7592 §2). */
@RestController
class RegistrationEndpoint {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 64 * 1024;

    private final RegistrationSettings settings;
    private final Registrations registrations;
    private final RegistrationAnswers answers;
    private final Limiter limiter;
    private final LimitSettings limits;

    RegistrationEndpoint(
            RegistrationSettings settings,
            Registrations registrations,
            RegistrationAnswers answers,
            Limiter limiter,
            LimitSettings limits) {
        this.settings = settings;
        this.registrations = registrations;
        this.answers = answers;
        this.limiter = limiter;
        this.limits = limits;
    }

    @PostMapping("/oauth2/register")
    ResponseEntity<?> register(HttpServletRequest http) throws IOException {
        if (!settings.isOn()) {
            return ResponseEntity.notFound().build();
        }
        var token = bearer(http);
        if (!registrations.isAllowed(token)) {
            return answers.notAllowed("A good initial access token is needed to register an app.");
        }
        // Whoever has a token was let in by an operator, who said how often.
        if (token == null
                && limiter.attempt(
                                "client-registration",
                                Visitor.at(http.getRemoteAddr()).key(),
                                limits.clientRegistration())
                        instanceof Limiter.Attempt.Refused(var retryAfter)) {
            return answers.later(retryAfter);
        }
        return read(
                http,
                request -> answer(HttpStatus.CREATED, registrations.register(token, request)));
    }

    @GetMapping("/oauth2/register/{clientId}")
    ResponseEntity<?> read(@PathVariable String clientId, HttpServletRequest http) {
        var token = bearer(http);
        return token == null
                ? notAllowed()
                : answer(HttpStatus.OK, registrations.read(clientId, token));
    }

    @PutMapping("/oauth2/register/{clientId}")
    ResponseEntity<?> change(@PathVariable String clientId, HttpServletRequest http)
            throws IOException {
        var token = bearer(http);
        if (token == null || !registrations.isTheirs(clientId, token)) {
            return notAllowed(); // Before the limit: nobody uses up another one's.
        }
        if (limiter.attempt("client-change", clientId, limits.clientRegistration())
                instanceof Limiter.Attempt.Refused(var retryAfter)) {
            return answers.later(retryAfter);
        }
        return read(
                http,
                request -> answer(HttpStatus.OK, registrations.change(clientId, token, request)));
    }

    @DeleteMapping("/oauth2/register/{clientId}")
    ResponseEntity<?> remove(@PathVariable String clientId, HttpServletRequest http) {
        var token = bearer(http);
        return token != null && registrations.remove(clientId, token)
                ? answers.gone()
                : notAllowed();
    }

    private ResponseEntity<?> read(
            HttpServletRequest http, Function<RegistrationRequest, ResponseEntity<?>> next)
            throws IOException {
        var bytes = http.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            return answers.error(RegistrationError.tooLarge());
        }
        var request = RegistrationRequest.parse(new String(bytes, StandardCharsets.UTF_8));
        return request.isEmpty()
                ? answers.error(
                        RegistrationError.metadata("The body is not a JSON object of metadata."))
                : next.apply(request.get());
    }

    private ResponseEntity<?> answer(HttpStatus good, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var registration) -> answers.of(good, registration);
            case Outcome.Refused(ProtocolError error) -> answers.error(error);
            case Outcome.NotAllowed() -> notAllowed();
        };
    }

    private ResponseEntity<?> notAllowed() {
        return answers.notAllowed("The access token is not good, or not for this.");
    }

    private static @Nullable String bearer(HttpServletRequest http) {
        var authorization = http.getHeader("Authorization");
        return authorization != null
                        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }
}
