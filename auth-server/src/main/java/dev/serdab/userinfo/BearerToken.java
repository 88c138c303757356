package dev.serdab.userinfo;

import dev.serdab.protocol.Parameters;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The access token of a request: in the header or in a form, but not in both, and never in the
 * address, which stands in logs (RFC 6750 §2).
 */
sealed interface BearerToken {

    record Found(String value) implements BearerToken {}

    record Missing() implements BearerToken {}

    /** In two places at once. */
    record Twice() implements BearerToken {}

    static BearerToken of(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        boolean isInHeader = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
        var form = Parameters.ofBody(request);
        var inForm = request.getMethod().equals("POST") ? form.text("access_token") : null;
        if (inForm == null) {
            return isInHeader ? new Found(header.substring(7).strip()) : new Missing();
        }
        boolean isRepeated = form.repeated().filter("access_token"::equals).isPresent();
        return isInHeader || isRepeated ? new Twice() : new Found(inForm);
    }
}
