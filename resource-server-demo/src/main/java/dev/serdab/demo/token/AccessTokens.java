package dev.serdab.demo.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a token must be to count (RFC 9068 §4): of type {@code at+jwt}, so neither an ID token nor a
 * refresh token; signed by the issuer; for us; in its time, give or take a minute.
 *
 * <p>Spring Boot would build a decoder from the same two settings. It takes tokens of type JWT,
 * which ID tokens are; answers 500 while the issuer is down; fetches keys whenever a token names an
 * unknown one; and knows the issuer's algorithms of the first day only.
 */
@Configuration(proxyBeanMethods = false)
class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

    /** How soon a key that the issuer withdrew is forgotten. */
    private static final Duration CACHED = Duration.ofMinutes(5);

    /** How long known keys are good for while the issuer does not answer. */
    private static final Duration GOOD_IN_AN_OUTAGE = Duration.ofHours(1);

    private static final Duration WAIT_FOR_ANOTHERS_FETCH = Duration.ofSeconds(10);

    @Bean
    Trust trust(OAuth2ResourceServerProperties settings) {
        var jwt = settings.getJwt();
        var trust =
                new Trust(Objects.requireNonNullElse(jwt.getIssuerUri(), ""), jwt.getAudiences());
        LOG.info("Trusting access tokens of {} for {}", trust.issuer(), trust.audiences());
        return trust;
    }

    @Bean
    JwtDecoder accessTokenDecoder(Trust trust, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new VerificationKeys(keysOf(trust.issuer(), clock)));
        processor.setJWSVerifierFactory(new Ed25519Verifier.Factory());
        // Type and claims are looked at after the signature, all in one place: rules().
        processor.setJWSTypeVerifier((_, _) -> {});
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(rules(trust));
        return new AccessTokenDecoder(decoder);
    }

    private static JWKSource<SecurityContext> keysOf(String issuer, Clock clock) {
        return JWKSourceBuilder.create(new IssuerKeys(issuer, clock))
                .cache(CACHED.toMillis(), WAIT_FOR_ANOTHERS_FETCH.toMillis())
                .refreshAheadCache(false)
                .rateLimited(false)
                .outageTolerant(GOOD_IN_AN_OUTAGE.toMillis())
                .build();
    }

    private static OAuth2TokenValidator<Jwt> rules(Trust trust) {
        return JwtValidators.createAtJwtValidator()
                .issuer(trust.issuer())
                .validators(rules -> {
                    rules.put("aud", isForOneOf(trust.audiences()));
                    rules.put("cnf", AccessTokens::isNotBound);
                })
                .build();
    }

    private static OAuth2TokenValidator<Jwt> isForOneOf(List<String> audiences) {
        return new JwtClaimValidator<List<String>>(
                "aud", named -> named.stream().anyMatch(audiences::contains));
    }

    /** A holder would have to prove a key (RFC 9449 §7.1, RFC 8705 §3), and we don't ask for it. */
    private static OAuth2TokenValidatorResult isNotBound(Jwt token) {
        return token.hasClaim("cnf")
                ? OAuth2TokenValidatorResult.failure(
                        BearerTokenErrors.invalidToken(
                                "This token is bound to a key (cnf), so it is no bearer token"))
                : OAuth2TokenValidatorResult.success();
    }
}
