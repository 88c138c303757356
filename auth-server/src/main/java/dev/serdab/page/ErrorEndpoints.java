package dev.serdab.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * Where every request ends that nobody answered: a page for browsers, a name in JSON for all
 * others. Neither repeats anything of the request or of an exception.
 */
@Controller
class ErrorEndpoints implements ErrorController {

    private final PageHeaders headers = new PageHeaders();

    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = status(request);
        if (!wantsPage(request)) {
            writeJson(FailureKind.of(status), status, request, response);
            return null;
        }
        headers.writeForError(response);
        return ErrorPage.of(kind(request, status), status);
    }

    /** Whoever asks for this address itself finds nothing here. */
    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
            var status = HttpStatus.resolve(code);
            return status == null || !status.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        }
        return HttpStatus.NOT_FOUND;
    }

    private static FailureKind kind(HttpServletRequest request, HttpStatus status) {
        return FormExpired.isReasonFor(request) ? FailureKind.FORM_EXPIRED : FailureKind.of(status);
    }

    /** Browsers name HTML; programs name JSON, or anything, or nothing. */
    private static boolean wantsPage(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT)).stream()
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                    .filter(type -> type.getQualityValue() > 0)
                    .filter(type -> isHtml(type) || isJson(type))
                    .findFirst()
                    .map(ErrorEndpoints::isHtml)
                    .orElse(false);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isHtml(MediaType type) {
        return type.equalsTypeAndSubtype(MediaType.TEXT_HTML)
                || type.equalsTypeAndSubtype(MediaType.APPLICATION_XHTML_XML);
    }

    private static boolean isJson(MediaType type) {
        return "application".equals(type.getType())
                && ("json".equals(type.getSubtype()) || type.getSubtype().endsWith("+json"));
    }

    /**
     * Read by clients of the protocol ({@code error}, {@code error_description}: RFC 6749 §5.2) and
     * of the account API ({@code detail}) alike. Written by hand: whatever the request accepts, and
     * though message converters may fail.
     */
    private static void writeJson(
            FailureKind kind,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var body =
                """
                {"error":"%1$s","error_description":"%2$s","detail":"%2$s","request_id":"%3$s"}\
                """
                        .formatted(kind.code(), kind.description(), RequestId.of(request))
                        .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(body);
    }
}
