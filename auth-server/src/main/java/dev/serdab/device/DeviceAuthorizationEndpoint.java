package dev.serdab.device;

import dev.serdab.accesstoken.Audiences;
import dev.serdab.client.Client;
import dev.serdab.client.ClientAuthenticator;
import dev.serdab.client.ClientAuthenticator.Authentication;
import dev.serdab.client.GrantType;
import dev.serdab.device.DeviceAuthorizations.Codes;
import dev.serdab.device.DeviceAuthorizations.Wish;
import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Limiter.Attempt;
import dev.serdab.limit.Visitor;
import dev.serdab.protocol.Parameters;
import dev.serdab.protocol.ProtocolError;
import dev.serdab.settings.ServerSettings;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a device asks for its two codes (RFC 8628 §3.1). */
@RestController
class DeviceAuthorizationEndpoint {

    /** What the device calls itself, for its person to know it by; a parameter of ours. */
    private static final String DEVICE_NAME = "device_name";

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cf}]{1,100}");

    private final ClientAuthenticator authenticator;
    private final Audiences audiences;
    private final Limiter limiter;
    private final LimitSettings limits;
    private final DeviceAuthorizations devices;
    private final String page;

    DeviceAuthorizationEndpoint(
            ClientAuthenticator authenticator,
            Audiences audiences,
            Limiter limiter,
            LimitSettings limits,
            DeviceAuthorizations devices,
            ServerSettings settings) {
        this.authenticator = authenticator;
        this.audiences = audiences;
        this.limiter = limiter;
        this.limits = limits;
        this.devices = devices;
        this.page = settings.at(DevicePage.PATH).toString();
    }

    @PostMapping("/oauth2/device_authorization")
    ResponseEntity<?> start(HttpServletRequest request) {
        var parameters = Parameters.ofBody(request);
        return switch (authenticator.authenticate(
                request.getHeader("Authorization"), parameters, request.getRemoteAddr())) {
            case Authentication.Refused(var error) -> error.response();
            case Authentication.Authenticated(var client) ->
                    start(client, parameters, request.getRemoteAddr());
        };
    }

    private ResponseEntity<?> start(Client client, Parameters parameters, String address) {
        var scopes = client.scopesFor(parameters.words("scope"));
        var resources = new LinkedHashSet<>(parameters.all("resource"));
        var name = parameters.text(DEVICE_NAME);
        var problem = problem(client, scopes, resources, name);
        if (problem != null) {
            return problem.response();
        }
        if ((client.isPublic() || client.isSelfRegistered())
                && attempt(client, address) instanceof Attempt.Refused(var wait)) {
            return ProtocolError.tooMany(
                    "Too many devices began to sign in from this address.", wait);
        }
        return answer(devices.start(new Wish(client, scopes, resources, name, address)));
    }

    private @Nullable ProtocolError problem(
            Client client, Set<String> scopes, Set<String> resources, @Nullable String name) {
        if (!client.mayUse(GrantType.DEVICE_CODE)) {
            return ProtocolError.unauthorizedClient(
                    "The client is not registered for grant type " + GrantType.DEVICE_CODE.value());
        }
        if (!client.scopes().containsAll(scopes)) {
            return ProtocolError.invalidScope("scope names what this client may not ask for.");
        }
        if (audiences.narrowed(client, Set.of(), resources).isEmpty()) {
            return ProtocolError.invalidResource();
        }
        return name == null || NAME.matcher(name).matches()
                ? null
                : ProtocolError.invalidRequest("device_name may have 100 visible characters.");
    }

    private Attempt attempt(Client client, String address) {
        var who = client.clientId() + " " + Visitor.at(address).key();
        return limiter.attempt("device", who, limits.device());
    }

    private ResponseEntity<?> answer(Codes codes) {
        var members = new LinkedHashMap<String, Object>();
        members.put("device_code", codes.deviceCode());
        members.put("user_code", codes.userCode().shown());
        members.put("verification_uri", page);
        members.put("verification_uri_complete", page + "?user_code=" + codes.userCode().shown());
        members.put("expires_in", DeviceAuthorizations.LIFETIME.toSeconds());
        members.put("interval", DeviceAuthorizations.INTERVAL.toSeconds());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(members);
    }
}
