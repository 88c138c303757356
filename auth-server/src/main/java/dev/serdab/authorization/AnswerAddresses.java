package dev.serdab.authorization;

import dev.serdab.client.Client;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

/** Finds out whom to answer, before anything else of a request is looked at. */
final class AnswerAddresses {

    static final String TWICE = "sent more than once";
    static final String MISSING = "missing";

    private AnswerAddresses() {}

    /** What became of it. */
    sealed interface Finding {

        /**
         * Answers go there.
         *
         * @param isGiven whether the request names it
         */
        record Known(AnswerAddress address, boolean isGiven) implements Finding {}

        /** They go nowhere. */
        record Lost(Reading.Unanswerable why) implements Finding {}
    }

    static Finding find(Client client, Parameters parameters) {
        var repeated = parameters.repeated(RequestReader.SEVERAL).orElse("");
        var given = parameters.text("redirect_uri");
        if (repeated.equals("redirect_uri")) {
            return lost("missing-redirect-uri", client.name(), TWICE);
        }
        if (given == null && client.redirectUris().size() != 1) {
            return lost("missing-redirect-uri", client.name(), MISSING);
        }
        if (given != null && !client.allowsRedirectTo(given)) {
            return lost("wrong-redirect-uri", given);
        }
        var redirectUri = given == null ? client.redirectUris().getFirst() : given;
        var state = parameters.text("state");
        boolean goesBack = !repeated.equals("state") && !RequestRules.isTooLong(state);
        return new Finding.Known(
                new AnswerAddress(
                        client,
                        redirectUri,
                        goesBack ? state : null,
                        ResponseMode.asked(parameters, redirectUri).orElse(ResponseMode.QUERY)),
                given != null);
    }

    private static Finding lost(String reason, String... words) {
        return new Finding.Lost(
                Reading.Unanswerable.of(
                        reason,
                        ProtocolError.invalidRequest(
                                "redirect_uri is missing, came twice, or is not registered."),
                        words));
    }
}
