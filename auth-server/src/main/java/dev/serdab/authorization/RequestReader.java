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
import java.util.function.Function;

/** Reads and checks authorization requests: first whom to answer, then everything else. */
@Component
class RequestReader {

    /** What may come as often as one likes (RFC 8707 §2). */
    static final Set<String> SEVERAL = Set.of("resource");

    private static final ProtocolError MUST_BE_PUSHED =
            ProtocolError.invalidRequest("The request must be pushed first (RFC 9126).");

    private final Clients clients;
    private final RequestObjects objects;
    private final RequestContents contents;
    private final AuthorizationSettings settings;

    RequestReader(
            Clients clients,
            RequestObjects objects,
            RequestContents contents,
            AuthorizationSettings settings) {
        this.clients = clients;
        this.objects = objects;
        this.contents = contents;
        this.settings = settings;
    }

    /** Reads a request that a browser has just brought. Unknown parameters are ignored. */
    Reading read(Parameters parameters) {
        return ofClient(
                parameters,
                client ->
                        mustPush(client)
                                ? refuse(client, parameters, MUST_BE_PUSHED)
                                : open(client, parameters));
    }

    /** Reads one that its client, who has shown who it is, brought by itself (RFC 9126 §2.1). */
    Reading readPushed(Client client, Parameters parameters) {
        return open(client, parameters.with("client_id", client.clientId()));
    }

    /** Reads the {@link AuthorizationRequest#parameters()} of a request that waited. */
    Reading readKept(Parameters parameters) {
        return ofClient(parameters, client -> read(client, parameters, true));
    }

    private boolean mustPush(Client client) {
        return client.requirePushedRequests() || settings.requirePushedAuthorizationRequests();
    }

    private Reading ofClient(Parameters parameters, Function<Client, Reading> reading) {
        var repeated = parameters.repeated(SEVERAL).orElse("");
        var clientId = parameters.text("client_id");
        if (clientId == null || repeated.equals("client_id")) {
            return Unanswerable.of(
                    "missing-client",
                    ProtocolError.invalidRequest("client_id is missing, or came twice."),
                    clientId == null ? AnswerAddresses.MISSING : AnswerAddresses.TWICE);
        }
        return clients.find(clientId)
                .map(reading)
                .orElseGet(() -> Unanswerable.unknownClient(clientId));
    }

    private Reading open(Client client, Parameters parameters) {
        return switch (objects.open(client, parameters)) {
            case Opened.Good(var effective) -> read(client, effective, false);
            case Opened.Bad(var error) -> refuse(client, parameters, error);
        };
    }

    /** Refuses a request before anything but the address for the answer is looked at. */
    private static Reading refuse(Client client, Parameters parameters, ProtocolError error) {
        return switch (AnswerAddresses.find(client, parameters)) {
            case Finding.Known known -> refused(known, error);
            case Finding.Lost(var why) ->
                    parameters.text("request") == null
                            ? why
                            : Unanswerable.of("bad-request-object", error, error.description());
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
