package dev.serdab.authorization;

import dev.serdab.authorization.AnswerAddresses.Finding;
import dev.serdab.authorization.Reading.Refused;
import dev.serdab.authorization.Reading.Unanswerable;
import dev.serdab.authorization.RequestObjects.Opened;
import dev.serdab.client.Client;
import dev.serdab.client.Clients;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.springframework.stereotype.Component;

import java.util.Set;

/** Reads and checks authorization requests: first whom to answer, then everything else. */
@Component
class RequestReader {

    /** What may come as often as one likes (RFC 8707 §2). */
    static final Set<String> SEVERAL = Set.of("resource");

    private final Clients clients;
    private final RequestObjects objects;
    private final RequestContents contents;

    RequestReader(Clients clients, RequestObjects objects, RequestContents contents) {
        this.clients = clients;
        this.objects = objects;
        this.contents = contents;
    }

    /** Reads a request that has just come. Unknown parameters are ignored. */
    Reading read(Parameters parameters) {
        return read(parameters, false);
    }

    /** Reads the {@link AuthorizationRequest#parameters()} of a request that waited. */
    Reading readKept(Parameters parameters) {
        return read(parameters, true);
    }

    private Reading read(Parameters parameters, boolean isKept) {
        var repeated = parameters.repeated(SEVERAL).orElse("");
        var clientId = parameters.text("client_id");
        if (clientId == null || repeated.equals("client_id")) {
            return Unanswerable.of(
                    "missing-client",
                    clientId == null ? AnswerAddresses.MISSING : AnswerAddresses.TWICE);
        }
        var client = clients.find(clientId).orElse(null);
        if (client == null) {
            return Unanswerable.of("unknown-client", clientId);
        }
        return isKept ? read(client, parameters, true) : open(client, parameters);
    }

    private Reading open(Client client, Parameters parameters) {
        return switch (objects.open(client, parameters)) {
            case Opened.Good(var effective) -> read(client, effective, false);
            case Opened.Bad(var error) ->
                    switch (AnswerAddresses.find(client, parameters)) {
                        case Finding.Known(var address, _) -> new Refused(address, error);
                        case Finding.Lost(var why) ->
                                parameters.text("request") == null
                                        ? why
                                        : Unanswerable.of(
                                                "bad-request-object", error.description());
                    };
        };
    }

    private Reading read(Client client, Parameters parameters, boolean isKept) {
        return switch (AnswerAddresses.find(client, parameters)) {
            case Finding.Lost(var why) -> why;
            case Finding.Known known ->
                    RequestRules.problem(known.address(), parameters)
                            .<Reading>map(problem -> refused(known, problem))
                            .orElseGet(() -> contents.read(known, parameters, isKept));
        };
    }

    private static Reading refused(Finding.Known known, ProtocolError problem) {
        return new Refused(known.address(), problem);
    }
}
