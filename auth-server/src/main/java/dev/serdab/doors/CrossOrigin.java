package dev.serdab.doors;

import dev.serdab.origin.AllowedOrigins;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lets web pages of allowed origins read answers (Fetch Standard §3.3). Credentials in the sense of
 * the standard, cookies, are never allowed.
 *
 * <p>A preflight is answered here. Any other request goes on, from whatever origin: without our
 * headers the browser keeps the answer from the page, and what is no browser need not notice.
 *
 * <p>Some answers may be for every page: nothing in them depends on who asks.
 */
class CrossOrigin {

    private static final Duration PREFLIGHT_IS_GOOD_FOR = Duration.ofDays(1);

    private final List<AllowedOrigins> origins;
    private final Predicate<HttpServletRequest> forEverybody;

    CrossOrigin(List<AllowedOrigins> origins) {
        this(origins, _ -> false);
    }

    /**
     * The same with exceptions.
     *
     * @param forEverybody which requests are answered to pages of any origin
     */
    CrossOrigin(List<AllowedOrigins> origins, Predicate<HttpServletRequest> forEverybody) {
        this.origins = origins;
        this.forEverybody = forEverybody;
    }

    CorsFilter filter() {
        var filter = new CorsFilter(this::configuration);
        var standard = new DefaultCorsProcessor();
        filter.setCorsProcessor((configuration, request, response) ->
                (!CorsUtils.isPreFlightRequest(request) && !isAllowed(request))
                        || standard.processRequest(configuration, request, response));
        return filter;
    }

    private CorsConfiguration configuration(HttpServletRequest request) {
        var configuration = new CorsConfiguration();
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        configuration.setAllowedOrigins(
                origin != null && isAllowed(request) ? List.of(origin) : List.of());
        configuration.setAllowedMethods(
                List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));
        configuration.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        configuration.setExposedHeaders(
                List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE));
        configuration.setMaxAge(PREFLIGHT_IS_GOOD_FOR);
        return configuration;
    }

    private boolean isAllowed(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && (forEverybody.test(request)
                        || origins.stream().anyMatch(some -> some.allow(origin)));
    }
}
