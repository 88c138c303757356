package dev.serdab.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Redirects that turn a POST into a GET and keep the URL to the letter. */
public final class Redirects {

    private Redirects() {}

    /** 303 (RFC 9110 §15.4.4). */
    public static ModelAndView seeOther(String url) {
        var view = new RedirectView(url, false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setPropagateQueryParams(false);
        return new ModelAndView(view);
    }
}
