package dev.serdab.accountapi;

import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/** Writes an answer with the headers every one has. */
class AnswerWriter {

    private AnswerWriter() {}

    static void write(Answer answer, Resource resource, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Allow", resource.allowed());
        response.addHeader("Vary", "Accept");
        if (answer.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"api\"");
        }
        answer.headers().forEach(response::setHeader);
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
