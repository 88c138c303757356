package dev.serdab.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.coyote.BadRequestException;
import org.apache.coyote.CloseNowException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.stream.Stream;

/**
 * The last to see what nobody caught. Here the log line still carries the number that the error
 * page shows; the container would write its own without one, after all filters are left.
 *
 * <p>A form too large or broken is found out when somebody first asks for a parameter. Inside a
 * controller Spring wraps that in a {@code ServletException}, and the container would call it a
 * failure of ours: it is the sender's (400, 413).
 */
class UncaughtFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtFilter.class);

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (BadRequestException | CloseNowException e) {
            // The connection is broken or gone: nobody reads an answer.
            throw e;
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            answer(response, e);
        }
    }

    private static void answer(HttpServletResponse response, Exception failure) throws IOException {
        var brokenForm = cause(failure, InvalidParameterException.class);
        if (brokenForm != null) {
            response.sendError(brokenForm.getErrorCode());
        } else if (cause(failure, BadRequestException.class) != null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            LOG.error("A request failed.", failure);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static <E extends Throwable> @Nullable E cause(Throwable failure, Class<E> type) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
