package dev.serdab.signingkey;

import com.nimbusds.jose.util.JSONObjectUtils;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs claims into a JWT (RFC 7519) in compact form. Opens no database. */
@Component
public class JwtEncoder {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final SigningKeys keys;
    private final Signatures signatures;

    JwtEncoder(SigningKeys keys, Signatures signatures) {
        this.keys = keys;
        this.signatures = signatures;
    }

    /**
     * Signs with the algorithm that this server prefers: the first of {@code
     * serdab.signing-keys.algorithms}.
     *
     * @param type the header's {@code typ}, such as {@code at+jwt}
     * @param claims in the order they shall have; an {@link Instant} becomes whole seconds
     */
    public String encode(String type, Map<String, ?> claims) {
        return encode(type, keys.offered().getFirst(), claims);
    }

    /**
     * Signs.
     *
     * @param type the header's {@code typ}, such as {@code at+jwt}
     * @param algorithm one of those offered
     * @param claims in the order they shall have; an {@link Instant} becomes whole seconds
     */
    public String encode(String type, Algorithm algorithm, Map<String, ?> claims) {
        var key = keys.current(algorithm);
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", algorithm.jose());
        header.put("typ", type);
        header.put("kid", key.kid());
        var body = new LinkedHashMap<String, Object>();
        claims.forEach((name, value) ->
                body.put(name, value instanceof Instant time ? time.getEpochSecond() : value));
        var content = part(header) + "." + part(body);
        var signature = signatures.sign(key, content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + BASE64URL.encodeToString(signature);
    }

    private static String part(Map<String, Object> json) {
        return BASE64URL.encodeToString(
                JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8));
    }
}
