package dev.serdab.token;

import dev.serdab.accesstoken.Audiences;
import dev.serdab.client.Client;
import dev.serdab.client.GrantType;
import dev.serdab.device.DeviceCodes;
import dev.serdab.device.Polling;
import dev.serdab.grant.Grant;
import dev.serdab.grant.Redemption;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.util.Set;

/** A device code for tokens, as soon as the device's person allows it (RFC 8628 §3.4, §3.5). */
@Component
class DeviceCodeGrant implements TokenGrant {

    private static final Outcome NOT_VALID =
            new Outcome.Refused(
                    ProtocolError.invalidGrant(
                            "The device code is unknown, used, or not this client's."));

    private final DeviceCodes codes;
    private final PersonTokens tokens;
    private final Audiences audiences;

    DeviceCodeGrant(DeviceCodes codes, PersonTokens tokens, Audiences audiences) {
        this.codes = codes;
        this.tokens = tokens;
        this.audiences = audiences;
    }

    @Override
    public GrantType type() {
        return GrantType.DEVICE_CODE;
    }

    @Override
    public Outcome exchange(Client client, Parameters parameters) {
        var code = parameters.text("device_code");
        if (code == null) {
            return new Outcome.Refused(ProtocolError.invalidRequest("device_code is missing."));
        }
        return switch (codes.poll(client, code)) {
            case Polling.Pending _ ->
                    refused("authorization_pending", "The person has not decided yet.");
            case Polling.TooSoon _ -> refused("slow_down", "Wait 5 seconds longer from now on.");
            case Polling.Denied _ -> refused("access_denied", "The person did not allow it.");
            case Polling.Expired _ -> refused("expired_token", "The device code has expired.");
            case Polling.Unknown _ -> NOT_VALID;
            case Polling.Allowed(var grant) ->
                    audiences
                            .narrowed(
                                    client, grant.details().resources(), parameters.all("resource"))
                            .map(audience -> redeem(client, code, grant, audience))
                            .orElseGet(() -> new Outcome.Refused(ProtocolError.invalidResource()));
        };
    }

    private Outcome redeem(Client client, String code, Grant grant, Set<String> audience) {
        var made = tokens.make(client, grant, grant.scopes(), audience);
        var answer = tokens.answer(client, grant, made, null);
        return switch (codes.redeem(code, grant, made)) {
            case Redemption.Redeemed _ -> answer;
            case Redemption.Replayed _, Redemption.Withdrawn _ -> NOT_VALID;
        };
    }

    private static Outcome refused(String error, String description) {
        return new Outcome.Refused(new ProtocolError(HttpStatus.BAD_REQUEST, error, description));
    }
}
