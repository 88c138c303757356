package dev.serdab.demo.token;

import static java.util.Objects.requireNonNullElse;

import com.nimbusds.jose.KeySourceException;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Tells a bad token from missing keys, and says what is wrong with it in a sentence that fits into
 * {@code error_description} (RFC 6750 §3).
 */
final class AccessTokenDecoder implements JwtDecoder {

    private final NimbusJwtDecoder decoder;

    AccessTokenDecoder(NimbusJwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtValidationException e) {
            throw new BadJwtException(firstComplaint(e), e);
        } catch (JwtException e) {
            if (e.getCause() instanceof KeySourceException) {
                throw new KeysUnavailable(e);
            }
            throw new BadJwtException("This is not a token that our issuer signed", e);
        }
    }

    private static String firstComplaint(JwtValidationException e) {
        var complaint = e.getErrors().iterator().next().getDescription();
        return requireNonNullElse(complaint, "This token breaks a rule");
    }
}
