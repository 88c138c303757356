package dev.serdab.accountapi;

import dev.serdab.accountapi.Routing.Found;
import dev.serdab.accountapi.Routing.Nowhere;
import dev.serdab.accountapi.Routing.SlashMissing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The account API as the servlet sees it: one handler for the paths that features registered. */
@Component
public class AccountApi implements HandlerMapping, HttpRequestHandler, Ordered {

    private static final Routing NOWHERE = new Nowhere();
    private static final String ROUTING = AccountApi.class.getName() + ".routing";

    private final Router router;
    private final Pipeline pipeline;

    AccountApi(AccountApiSettings settings, List<AccountEndpoints> endpoints, Pipeline pipeline) {
        var routes = endpoints.stream().flatMap(some -> some.routes().stream()).toList();
        this.router = new Router(settings.pathPrefix(), routes);
        this.pipeline = pipeline;
    }

    /** Whether a request goes to a path of this API. */
    public boolean answers(HttpServletRequest request) {
        return !(routing(request) instanceof Nowhere);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        return answers(request) ? new HandlerExecutionChain(this) : null;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (routing(request)) {
            case Found found -> answer(request, response, found);
            case SlashMissing _ -> addSlash(request, response);
            case Nowhere _ -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Found found)
            throws IOException {
        // Metrics are kept by this pattern, not by path.
        request.setAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE, found.resource().path());
        try {
            AnswerWriter.write(
                    pipeline.answer(request, found),
                    found.resource(),
                    pipeline.challenge(),
                    response);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Within this host, and with the query kept. */
    private static void addSlash(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader(
                "Location", request.getRequestURI() + "/" + (query == null ? "" : "?" + query));
        response.setContentLength(0);
    }

    private Routing routing(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return NOWHERE; // An error that is being shown: not asked for again.
        }
        if (request.getAttribute(ROUTING) instanceof Routing known) {
            return known;
        }
        var routing = router.find(path(request));
        request.setAttribute(ROUTING, routing);
        return routing;
    }

    private static String path(HttpServletRequest request) {
        var path = request.getRequestURI();
        try {
            return path.indexOf('%') < 0 ? path : UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
