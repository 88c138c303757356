package dev.serdab.userinfo;

import dev.serdab.grant.AccessTokens;
import dev.serdab.userinfo.BearerToken.Found;
import dev.serdab.userinfo.BearerToken.Missing;
import dev.serdab.userinfo.BearerToken.Twice;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** The userinfo endpoint, for whoever brings an access token (RFC 6750 §2.1, §2.2). */
@RestController
class UserInfoEndpoint {

    private final AccessTokens accessTokens;
    private final UserInfo userInfo;

    UserInfoEndpoint(AccessTokens accessTokens, UserInfo userInfo) {
        this.accessTokens = accessTokens;
        this.userInfo = userInfo;
    }

    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<?> userInfo(HttpServletRequest request) {
        return switch (BearerToken.of(request)) {
            case Found(var value) -> userInfo(value);
            case Missing _ ->
                    ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                            .header("WWW-Authenticate", "Bearer")
                            .build();
            case Twice _ ->
                    refuse(
                            HttpStatus.BAD_REQUEST,
                            "invalid_request",
                            "Send the access token once, in one way.");
        };
    }

    private ResponseEntity<?> userInfo(String value) {
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
        return switch (userInfo.of(token, grant)) {
            case UserInfo.Plain(var claims) -> answer(MediaType.APPLICATION_JSON).body(claims);
            case UserInfo.Signed(var jwt) -> answer(UserInfo.JWT).body(jwt);
        };
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore());
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
