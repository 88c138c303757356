package dev.serdab.signin;

import dev.serdab.session.BrowserSession;
import dev.serdab.session.BrowserSessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Opens the pages that change how somebody gets in, or that hand out or delete all they have, only
 * to whoever showed a moment ago who they are: a browser that was left alone for a coffee is not
 * enough. Others are led to the sign-in page and back. Which pages, {@link AccountPlace} says.
 */
@Component
class RecentSignIn implements HandlerInterceptor, WebMvcConfigurer {

    private final BrowserSessions sessions;

    RecentSignIn(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/account/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var place = AccountPlace.sensitive(request.getRequestURI());
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (place.isEmpty()
                || who == null
                || !(who.getPrincipal() instanceof BrowserSession session)
                || sessions.isFresh(session)) {
            return true;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        var back =
                new Onward(
                        request.getParameter("continue"),
                        request.getParameter("device"),
                        place.get().word(),
                        null);
        response.setHeader(HttpHeaders.LOCATION, back.after("/sign-in"));
        return false;
    }
}
