package dev.serdab.demo.doors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import tools.jackson.core.exc.StreamConstraintsException;

import java.io.IOException;

/**
 * Every way to say no, in one shape (RFC 9457), whatever the client said it accepts. The inherited
 * half is for what Spring MVC refuses.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final JacksonJsonHttpMessageConverter JSON =
            new JacksonJsonHttpMessageConverter();

    /** For where Spring MVC does not reach. */
    static void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        JSON.write(
                problem,
                MediaType.APPLICATION_PROBLEM_JSON,
                new ServletServerHttpResponse(response));
    }

    static ProblemDetail nothingHere() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "There is nothing here. Try /whoami or /notes.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException why,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem =
                why.getCause() instanceof StreamConstraintsException
                        ? ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONTENT_TOO_LARGE, "The body is too large or too deep.")
                        : ProblemDetail.forStatusAndDetail(
                                status, "The body must be JSON like {\"text\": \"…\"}.");
        return handleExceptionInternal(
                why, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }
}
