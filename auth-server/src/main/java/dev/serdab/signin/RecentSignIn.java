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
class RecentSignIn implements WebMvcConfigurer {

    private final BrowserSessions sessions;

    RecentSignIn(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    /** By patterns, which understand an address as those do that lead it to its page. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        AccountPlace.sensitive()
                .forEach(place ->
                        registry.addInterceptor(new Guard(place))
                                .addPathPatterns(place.path(), place.path() + "/**"));
    }

    private final class Guard implements HandlerInterceptor {

        private final AccountPlace place;

        private Guard(AccountPlace place) {
            this.place = place;
        }

        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            var who = SecurityContextHolder.getContext().getAuthentication();
            if (who == null
                    || !(who.getPrincipal() instanceof BrowserSession session)
                    || sessions.isFresh(session)) {
                return true;
            }
            response.setStatus(HttpStatus.SEE_OTHER.value());
            var back =
                    new Onward(
                            request.getParameter("continue"),
                            request.getParameter("device"),
                            place.word(),
                            null);
            response.setHeader(HttpHeaders.LOCATION, back.after("/sign-in"));
            return false;
        }
    }
}
