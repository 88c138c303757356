package dev.serdab.accountapi;

import dev.serdab.accountapi.Caller.Anonymous;
import dev.serdab.accountapi.Identification.Bad;
import dev.serdab.accountapi.Identification.Known;
import dev.serdab.accountapi.Identification.Unknown;
import dev.serdab.accountapi.Routing.Found;
import dev.serdab.audit.CallerNote;
import dev.serdab.credential.TooManyAttempts;
import dev.serdab.passwordhash.TooManyPasswords;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Checks a request in Django REST framework's order: what the client accepts, who is asking,
 * whether they may, whether there is such a method. What remains, the body and its fields, is the
 * endpoint's.
 */
@Component
class Pipeline {

    private static final Caller ANONYMOUS = new Anonymous();

    private final Callers callers;
    private final LocaleResolver languages;

    Pipeline(Callers callers, LocaleResolver languages) {
        this.callers = callers;
        this.languages = languages;
    }

    /** The value of {@code WWW-Authenticate} where somebody must show who they are. */
    String challenge() {
        return callers.challenge();
    }

    Answer answer(HttpServletRequest request, Found found) {
        var notServed = Negotiation.refusal(request, found.format());
        if (notServed.isPresent()) {
            return notServed.get().answer();
        }
        var access = found.resource().access(request.getMethod());
        if (access == Access.UNASKED) {
            return dispatch(request, found, ANONYMOUS);
        }
        return switch (callers.identify(request)) {
            case Bad(var answer) -> answer;
            case Known(var person) -> {
                CallerNote.leave(request, person.account().id());
                yield dispatch(request, found, person);
            }
            case Unknown _ ->
                    access == Access.SIGNED_IN
                            ? Refusal.NOT_AUTHENTICATED.answer()
                            : dispatch(request, found, ANONYMOUS);
        };
    }

    private Answer dispatch(HttpServletRequest request, Found found, Caller caller) {
        var method = request.getMethod();
        if (method.equals("OPTIONS")) {
            return Answer.ok(Metadata.of(found.resource()));
        }
        var route = found.resource().route(method);
        if (route.isEmpty()) {
            return Answer.detail(405, "Method \"%s\" not allowed.".formatted(method));
        }
        try {
            return route.get()
                    .action()
                    .answer(new ApiRequest(request, found.variables(), caller, languages));
        } catch (TooManyPasswords e) {
            return Answer.busy(TooManyPasswords.RETRY_AFTER_SECONDS);
        } catch (TooManyAttempts e) {
            return Answer.throttled(e.retryAfter());
        }
    }
}
