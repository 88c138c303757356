package dev.serdab.demo.doors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/** Where the container ends up with what nobody handled: the status in JSON, and nothing more. */
@RestController
class ErrorEndpoint implements ErrorController {

    static final String PATH = "/error";

    @RequestMapping(PATH)
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Whoever comes by the address itself, rather than by an error, finds nothing here.
        var problem =
                request.getDispatcherType() == DispatcherType.ERROR
                        ? ProblemDetail.forStatus(response.getStatus())
                        : Problems.nothingHere();
        Problems.write(response, problem);
    }
}
