package dev.serdab.accountapi;

import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/** Writes an answer with the headers every one has. */
class AnswerWriter {

    private AnswerWriter() {}

    /**
     * Writes.
     *
     * @param challenge how one may show who one is (RFC 9110 §11.6.1), for those who did not
     */
    static void write(
            Answer answer, Resource resource, String challenge, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Allow", resource.allowed());
        response.addHeader("Vary", "Accept");
        if (answer.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", challenge);
        }
        answer.headers().forEach(response::addHeader);
        if (answer.body() == null) {
            response.setContentLength(0);
            return;
        }
        var body = Json.write(answer.body());
        response.setContentType(BodyReader.JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
