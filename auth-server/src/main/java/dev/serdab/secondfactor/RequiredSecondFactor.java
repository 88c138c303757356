package dev.serdab.secondfactor;

import dev.serdab.account.SecondFactors;
import dev.serdab.session.AuthenticationClass;
import dev.serdab.session.BrowserSession;
import dev.serdab.signin.Onward;

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
 * Leads whoever must have a second factor and has none to where it is set up, before any other page
 * that an account opens. Authorization requests ask the same by themselves.
 */
@Component
class RequiredSecondFactor implements HandlerInterceptor, WebMvcConfigurer {

    private final SecondFactors secondFactors;

    RequiredSecondFactor(SecondFactors secondFactors) {
        this.secondFactors = secondFactors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/account/**", "/consent", "/choose-account", "/device/**")
                .excludePathPatterns(SecondFactorPage.PATH + "/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null
                || !(who.getPrincipal() instanceof BrowserSession session)
                || AuthenticationClass.isTwoFactor(session.factors())
                || !secondFactors.isMissing(session.account())) {
            return true;
        }
        var isDevice = request.getRequestURI().startsWith("/device");
        var code = request.getParameter("user_code");
        var onward =
                new Onward(
                        request.getParameter("continue"),
                        isDevice && code == null ? "" : code,
                        null,
                        null);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, onward.after(SecondFactorPage.PATH));
        return false;
    }
}
