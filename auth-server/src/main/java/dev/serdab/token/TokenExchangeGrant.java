package dev.serdab.token;

import dev.serdab.accesstoken.AccessTokenMint;
import dev.serdab.accesstoken.Delegation;
import dev.serdab.client.Client;
import dev.serdab.client.GrantType;
import dev.serdab.grant.AccessTokens;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A person's token for one with which another client acts for the person, elsewhere (RFC 8693).
 *
 * <p>What comes of it belongs to the same grant, lives no longer and allows no more than what was
 * brought, and names everybody through whose hands it went.
 */
@Component
class TokenExchangeGrant implements TokenGrant {

    private static final int MOST_ACTORS = 8;
    private static final String NOT_LIVING =
            "subject_token is no living access token that speaks for a person.";

    private final ShownTokens shownTokens;
    private final AccessTokenMint mint;
    private final AccessTokens accessTokens;

    TokenExchangeGrant(ShownTokens shownTokens, AccessTokenMint mint, AccessTokens accessTokens) {
        this.shownTokens = shownTokens;
        this.mint = mint;
        this.accessTokens = accessTokens;
    }

    @Override
    public GrantType type() {
        return GrantType.TOKEN_EXCHANGE;
    }

    @Override
    public Outcome exchange(Client client, Parameters parameters) {
        var problem = ExchangeRequest.problem(parameters);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        var request = ExchangeRequest.of(parameters);
        var subject = shownTokens.find(request.subjectToken()).orElse(null);
        if (subject == null || subject.token().grant() == null) {
            return invalid(NOT_LIVING);
        }
        var actorToken = request.actorToken();
        if (actorToken == null) {
            // Whoever brings a token of another client acts with it.
            return exchange(
                    client,
                    request,
                    subject,
                    subject.isIssuedTo(client) ? null : client.clientId());
        }
        var actor =
                shownTokens
                        .find(actorToken)
                        .filter(token -> token.isHeldBy(client) && token.act() == null)
                        .orElse(null);
        return actor == null
                ? invalid("actor_token is no living access token that is the client's to show.")
                : exchange(client, request, subject, actor.subject());
    }

    private Outcome exchange(
            Client client, ExchangeRequest request, ShownToken subject, @Nullable String actor) {
        if (!subject.isHeldBy(client) && !client.clientId().equals(subject.mayAct())) {
            return invalid("subject_token was neither issued to this client nor made for it.");
        }
        if (actor != null && subject.forbids(actor)) {
            return invalid("may_act of subject_token names another party.");
        }
        if (subject.depth() >= MOST_ACTORS) {
            return invalid("subject_token went through too many hands.");
        }
        var targets = targets(client, request);
        if (targets.isEmpty()) {
            return invalid("audience or resource is missing.");
        }
        if (!client.exchange().targets().keySet().containsAll(targets)) {
            return new Outcome.Refused(
                    ProtocolError.invalidTarget(
                            "audience or resource names what the client may not exchange for."));
        }
        return issue(client, request, subject, targets, actor);
    }

    /** Who has one target only need not name it. */
    private static Set<String> targets(Client client, ExchangeRequest request) {
        var all = client.exchange().targets().keySet();
        return request.audiences().isEmpty() && all.size() == 1 ? all : request.audiences();
    }

    private Outcome issue(
            Client client,
            ExchangeRequest request,
            ShownToken subject,
            Set<String> targets,
            @Nullable String actor) {
        var most = client.exchange().scopesAt(targets);
        var allowed = new LinkedHashSet<>(subject.token().scopes());
        allowed.retainAll(most);
        if (!allowed.containsAll(request.scopes()) || (allowed.isEmpty() && !most.isEmpty())) {
            return new Outcome.Refused(
                    ProtocolError.invalidScope(
                            "scope goes beyond subject_token, or beyond what the client may have there."));
        }
        var grant = Objects.requireNonNull(subject.token().grant());
        var token =
                mint.forPerson(
                        client,
                        grant,
                        request.scopes().isEmpty() ? allowed : request.scopes(),
                        new Delegation(
                                targets,
                                actor == null ? subject.act() : subject.actBy(actor),
                                subject.token().expiresAt()));
        return accessTokens.add(token, client.clientId(), grant)
                ? new Outcome.Exchanged(Outcome.Issued.of(token))
                : invalid(NOT_LIVING);
    }

    private static Outcome invalid(String description) {
        return new Outcome.Refused(ProtocolError.invalidRequest(description));
    }
}
