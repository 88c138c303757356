package dev.serdab.clientregistration;

import dev.serdab.client.Client;
import dev.serdab.client.Clients;
import dev.serdab.client.DescribedClients;
import dev.serdab.clientregistration.RegistrationPolicy.Admission;
import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Visitor;
import dev.serdab.outbound.Outbound;
import dev.serdab.outbound.Reply;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Apps whose {@code client_id} is the address of a document that describes them
 * (draft-ietf-oauth-client-id-metadata-document). A document is fetched when its app first asks for
 * something, and kept for as long as it says, within bounds; the app is a client like any other
 * then.
 */
@Component
public class MetadataDocuments implements DescribedClients {

    private static final Logger log = LoggerFactory.getLogger(MetadataDocuments.class);

    private static final int MOST_BYTES = 16 * 1024;

    /** How long one is believed that cannot be fetched any more, or is no good any more. */
    private static final Duration BELIEVED = Duration.ofDays(1);

    private final DocumentSettings settings;
    private final RegistrationSettings registration;
    private final RegistrationPolicy policy;
    private final DocumentRows rows;
    private final Clients clients;
    private final Outbound outbound;
    private final Limiter limiter;
    private final LimitSettings limits;
    private final Clock clock;

    MetadataDocuments(
            DocumentSettings settings,
            RegistrationSettings registration,
            RegistrationPolicy policy,
            DocumentRows rows,
            Clients clients,
            Outbound outbound,
            Limiter limiter,
            LimitSettings limits,
            Clock clock) {
        this.settings = settings;
        this.registration = registration;
        this.policy = policy;
        this.rows = rows;
        this.clients = clients;
        this.outbound = outbound;
        this.limiter = limiter;
        this.limits = limits;
        this.clock = clock;
    }

    /** The place of a client that is named by the address of its document. */
    public static Optional<String> hostOf(Client client) {
        return client.isSelfRegistered()
                ? DocumentAddress.of(client.clientId()).map(address -> address.uri().getAuthority())
                : Optional.empty();
    }

    @Override
    public boolean prepare(String clientId, @Nullable String visitor) {
        if (!DocumentAddress.isLikely(clientId)) {
            return true;
        }
        var known = clients.find(clientId);
        if (known.filter(client -> !client.isSelfRegistered()).isPresent()) {
            return true; // An operator's word counts, whatever lies at the address.
        }
        var address = DocumentAddress.of(clientId).orElse(null);
        if (address == null
                || !settings.enabled()
                || !settings.allowsHost(address.uri().getHost())) {
            return false;
        }
        var now = clock.instant();
        var kept = rows.find(clientId);
        if (kept.filter(document -> document.freshUntil().isAfter(now)).isPresent()) {
            return true;
        }
        boolean isUnknown = kept.isEmpty() && known.isEmpty();
        if (isUnknown && (visitor == null || isTooMuch(visitor))) {
            return false;
        }
        if (rows.claim(clientId)) {
            refresh(address);
        }
        return rows.find(clientId).filter(document -> document.endsAt().isAfter(now)).isPresent();
    }

    private boolean isTooMuch(String visitor) {
        return limiter.attempt(
                        "client-metadata-document",
                        Visitor.at(visitor).key(),
                        limits.clientRegistration())
                instanceof Limiter.Attempt.Refused;
    }

    private void refresh(DocumentAddress address) {
        var clientId = address.uri().toString();
        switch (outbound.get(address.uri(), "application/json", MOST_BYTES)) {
            case Reply.Answered answer when answer.isGood() && isJson(answer.contentType()) ->
                    read(clientId, answer);
            case Reply.Answered answer ->
                    log.info("{} answers {}, not with JSON", clientId, answer.status());
            case Reply.Refused(var why) -> log.info("{} is not fetched: {}", clientId, why);
            case Reply.NotReached() -> log.info("{} cannot be fetched", clientId);
        }
    }

    private void read(String clientId, Reply.Answered answer) {
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        var request = RegistrationRequest.parse(text).orElse(null);
        if (request == null) {
            log.info("{} is no JSON object", clientId);
            return;
        }
        var document = new MetadataDocument(request);
        var problem = document.problem(clientId);
        if (problem.isPresent()) {
            log.info("{} is not taken: {}", clientId, problem.get());
            return;
        }
        var methods =
                MetadataDocument.METHODS.stream()
                        .filter(registration.authenticationMethods()::contains)
                        .toList();
        switch (policy.admit(clientId, document.narrowed(registration), methods)) {
            case Admission.Refused(var error) ->
                    log.info("{} is not taken: {}", clientId, error.description());
            case Admission.Admitted(var metadata) -> {
                if (!clients.register(clientId, metadata)) {
                    return; // An operator spoke for it meanwhile.
                }
                var now = clock.instant();
                var fresh = now.plus(Freshness.of(answer.cacheControl()));
                rows.keep(clientId, new DocumentRows.Kept(fresh, fresh.plus(BELIEVED)));
            }
        }
    }

    private static boolean isJson(String contentType) {
        return contentType.equals("application/json") || contentType.endsWith("+json");
    }
}
