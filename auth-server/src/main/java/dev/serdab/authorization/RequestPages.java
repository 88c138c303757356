package dev.serdab.authorization;

import dev.serdab.authorization.WaitingRequests.Waiting;
import dev.serdab.page.Languages;
import dev.serdab.page.PageHeaders;
import dev.serdab.session.BrowserSession;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

import java.net.URI;

/** What all pages have in common that stand between an app's request and its answer. */
final class RequestPages {

    private RequestPages() {}

    /**
     * Lets a page say which app waits, in the language that the app asked for, and lead there.
     *
     * @param handle the request's, which the page's form carries along
     */
    static void show(
            ModelAndView page,
            @Nullable String handle,
            AuthorizationRequest request,
            HttpServletRequest http) {
        Languages.prefer(http, request.uiLocales());
        PageHeaders.allowFormTarget(http, URI.create(request.redirectUri()));
        page.addObject("continueHandle", handle);
        AskingApp.of(request, http).on(page);
    }

    /** A page that asks somebody who is signed in, and whose form says whom it was shown to. */
    static ModelAndView of(
            String view, Waiting waiting, BrowserSession session, HttpServletRequest http) {
        var page = new ModelAndView(view);
        show(page, waiting.pending().handle(), waiting.request(), http);
        return page.addObject("shownTo", session.account().id())
                .addObject("email", session.account().email().value());
    }
}
