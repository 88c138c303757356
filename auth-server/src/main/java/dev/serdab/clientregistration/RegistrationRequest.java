package dev.serdab.clientregistration;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an app sends to be registered: a JSON object, without what is {@code null} or empty, which
 * counts as not said (RFC 7592 §2.2).
 */
record RegistrationRequest(ObjectNode members) {

    /** A JWK Set has three levels; nothing here has many more. */
    private static final int DEEPEST = 20;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    /**
     * Members that only an operator may say something for. They mean nothing here (RFC 7591 §2:
     * what is not understood is ignored).
     */
    static final Set<String> OPERATORS =
            Set.of(
                    "audience",
                    "require_pkce",
                    "require_consent",
                    "resource",
                    "exchange_targets",
                    "may_act",
                    "rotate_refresh_tokens",
                    "stateless_tokens",
                    "assertion_issuer",
                    "assertion_subject",
                    "localized");

    /** Reads it; empty when it is no JSON object. */
    static Optional<RegistrationRequest> parse(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object
                    ? Optional.of(new RegistrationRequest(said(object)))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode said(ObjectNode object) {
        var said = object.deepCopy();
        var localized = JSON.createObjectNode();
        object.properties()
                .forEach(member -> {
                    var name = member.getKey();
                    if (OPERATORS.contains(name) || isEmpty(member.getValue())) {
                        said.remove(name);
                    } else if (name.startsWith("client_name#")) {
                        localized.set(name, member.getValue());
                    }
                });
        return localized.isEmpty() ? said : said.set("localized", localized);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isString() && value.stringValue().isEmpty());
    }

    boolean has(String member) {
        return members.has(member);
    }

    /** A member that is a text; empty when it is absent or something else. */
    String text(String member) {
        return members.path(member).asString("");
    }

    /** The first of these that is there. */
    Optional<String> firstOf(List<String> names) {
        return names.stream().filter(members::has).findFirst();
    }
}
