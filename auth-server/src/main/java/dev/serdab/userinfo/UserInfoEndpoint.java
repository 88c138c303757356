package dev.serdab.userinfo;

import dev.serdab.account.Account;
import dev.serdab.claim.PersonClaims;
import dev.serdab.grant.AccessTokens;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The userinfo endpoint. The token comes in the header, nowhere else (RFC 6750 §2.1). */
@RestController
class UserInfoEndpoint {

    private final AccessTokens accessTokens;
    private final PersonClaims claims;

    UserInfoEndpoint(AccessTokens accessTokens, PersonClaims claims) {
        this.accessTokens = accessTokens;
        this.claims = claims;
    }

    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<?> userInfo(HttpServletRequest request) {
        var value = bearer(request).orElse(null);
        if (value == null) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer")
                    .build();
        }
        var token = accessTokens.find(value).orElse(null);
        var grant = token == null ? null : token.grant();
        if (token == null || grant == null) {
            return refuse(
                    HttpStatus.UNAUTHORIZED, "invalid_token", "The access token is not valid.");
        }
        if (!token.scopes().contains("openid")) {
            return refuse(
                    HttpStatus.FORBIDDEN, "insufficient_scope", "The scope openid is needed.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(members(grant.account(), token.scopes()));
    }

    private Map<String, Object> members(Account account, Set<String> scopes) {
        var members = new LinkedHashMap<String, Object>();
        members.put("sub", account.id().toString());
        members.putAll(claims.ofProfile(account, scopes, Set.of()));
        return members;
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }

    private static ResponseEntity<?> refuse(HttpStatus status, String error, String description) {
        return ResponseEntity.status(status)
                .header(
                        "WWW-Authenticate",
                        "Bearer error=\"%s\", error_description=\"%s\""
                                .formatted(error, description))
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", error, "error_description", description));
    }
}
