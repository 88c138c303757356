package dev.serdab.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The two filters around all others, the doors included. */
@Configuration(proxyBeanMethods = false)
class PageFilters {

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        return aroundEverything(new RequestIdFilter(), 0);
    }

    @Bean
    FilterRegistrationBean<UncaughtFilter> uncaughtFilter() {
        return aroundEverything(new UncaughtFilter(), 1);
    }

    /** An error page is a second dispatch of the same request, with filters of its own. */
    private static <F extends Filter> FilterRegistrationBean<F> aroundEverything(
            F filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(
                DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
