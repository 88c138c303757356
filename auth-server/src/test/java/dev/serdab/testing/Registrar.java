package dev.serdab.testing;

import dev.serdab.testing.App.Method;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An app that registers itself, and looks after what it registered (RFC 7591, RFC 7592). */
public final class Registrar {

    private static final JsonMapper JSON = new JsonMapper();

    private final String issuer;
    private final Http http;

    public Registrar(String issuer) {
        this(issuer, new Http(issuer));
    }

    private Registrar(String issuer, Http http) {
        this.issuer = issuer;
        this.http = http;
    }

    /** The same with a token. */
    public Registrar with(String initialAccessToken) {
        return new Registrar(issuer, http.bearer(initialAccessToken));
    }

    /** Metadata that is good, with one member more or another one. */
    public static ObjectNode metadata(String member, Object value) {
        var metadata = JSON.createObjectNode();
        metadata.put("client_name", "Photos");
        metadata.putArray("redirect_uris").add("https://photos.example.com/callback");
        metadata.set(member, JSON.valueToTree(value));
        return metadata;
    }

    public Answer registers(JsonNode metadata) {
        return sends(metadata.toString());
    }

    public Answer sends(String body) {
        return http.json("POST", "/oauth2/register", body);
    }

    /** Reads what is registered. */
    public Answer reads(Answer registered) {
        return manages(registered).get(registered.text("registration_client_uri"));
    }

    /** The same from a page of this origin. */
    public Answer reads(Answer registered, String origin) {
        return manages(registered)
                .with("Origin", origin)
                .get(registered.text("registration_client_uri"));
    }

    /** Changes it to this, with its id in it. */
    public Answer changes(Answer registered, JsonNode metadata) {
        var body =
                ((ObjectNode) metadata.deepCopy()).put("client_id", registered.text("client_id"));
        return manages(registered)
                .json("PUT", registered.text("registration_client_uri"), body.toString());
    }

    public Answer removes(Answer registered) {
        return manages(registered)
                .send("DELETE", registered.text("registration_client_uri"), null, "");
    }

    private Http manages(Answer registered) {
        return new Http(issuer).bearer(registered.text("registration_access_token"));
    }

    /** The app at work, with the secret that it was given. */
    public App app(Answer registered) {
        var method =
                switch (registered.text("token_endpoint_auth_method")) {
                    case "client_secret_basic" -> Method.BASIC;
                    case "client_secret_post" -> Method.POST;
                    default -> Method.NONE;
                };
        return App.selfRegistered(
                issuer,
                registered.text("client_id"),
                registered.text("client_secret"),
                method,
                registered.json().path("redirect_uris").path(0).asString());
    }
}
