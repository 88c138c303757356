package dev.serdab.settings;

import dev.serdab.testing.StartingTest;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A wrong setting stops the start with one sentence that names it. */
class StartTest extends StartingTest {

    @Override
    protected void sentences() {
        wrong(
                "serdab.issuer is \"https://id.example.com/auth\", which has a path (a final slash"
                        + " counts as one): write an address such as https://id.example.com",
                "serdab.issuer=https://id.example.com/auth");
        wrong(
                "serdab.issuer is \"https://id.example.com/\", which has a path (a final slash"
                        + " counts as one): write an address such as https://id.example.com",
                "serdab.issuer=https://id.example.com/");
        wrong(
                "serdab.issuer is \"http://id.example.com\", which is not https, which every host"
                        + " but localhost needs: write an address such as https://id.example.com",
                "serdab.issuer=http://id.example.com");
        wrong(
                "serdab.issuer is \"id.example.com\", which is not a URL with a host: write an"
                        + " address such as https://id.example.com",
                "serdab.issuer=id.example.com");
        wrong(
                "serdab.issuer is \"not a url\", which is not a URL: write an address such as"
                        + " https://id.example.com",
                "serdab.issuer=not a url");
        wrong(
                "serdab.issuer is \"https://id.example.com?a=b\", which has a query, a fragment or"
                        + " a user: write an address such as https://id.example.com",
                "serdab.issuer=https://id.example.com?a=b");
        wrong(
                "serdab.isuer is not a setting of this server: did you mean serdab.issuer?",
                "serdab.isuer=https://id.example.com");
        wrong(
                "serdab.tokens.access-token-lifetme is not a setting of this server: did you mean"
                        + " serdab.tokens.access-token-lifetime?",
                "serdab.tokens.access-token-lifetme=5m");
        wrong(
                "serdab.quite.something.else is not a setting of this server: docs/operating.md"
                        + " lists all there are.",
                "serdab.quite.something.else=1");
        wrong(
                "serdab.tokens.access-token-lifetime is \"soon\": write a duration such as 30s,"
                        + " 15m, 72h or 1d.",
                "serdab.tokens.access-token-lifetime=soon");
        wrong(
                "serdab.tokens.access-token-lifetime is \"PT0S\": write a time longer than 0s, such"
                        + " as 10m",
                "serdab.tokens.access-token-lifetime=0s");
        wrong(
                "serdab.tokens.refresh-token-retry-window is \"PT-1S\": write 0s or more",
                "serdab.tokens.refresh-token-retry-window=-1s");
        wrong(
                "serdab.session.lifetime is shorter than serdab.session.idle-lifetime: write a"
                        + " longer one such as 7d",
                "serdab.session.lifetime=1h");
        wrong(
                "serdab.audit.retention is \"PT0S\": write a time longer than 0s, such as 180d",
                "serdab.audit.retention=0s");
        wrong(
                "serdab.audit.addresses is \"some\": write one of full, shortened, none.",
                "serdab.audit.addresses=some");
        wrong(
                "serdab.limits.sign-in is \"often\": write a number and a time such as 10/15m.",
                "serdab.limits.sign-in=often");
        wrong(
                "serdab.master-key is not 32 bytes in base64: write the output of `openssl rand"
                        + " -base64 32`",
                "serdab.master-key=tooshort");
        wrong(
                "serdab.master-key (or master.key in the data directory) is not the key this"
                        + " database was sealed with: bring back the key that belongs to it",
                "serdab.master-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        wrong(
                "serdab.account-api.activation-url is \"activate/{uid}\": write a path that holds"
                        + " {uid} and {token}, such as activate/{uid}/{token}.",
                "serdab.account-api.activation-url=activate/{uid}");
        wrong(
                "serdab.account-api.password-reset-confirm-url is \"re set/{uid}/{token}\": write a"
                        + " path that holds {uid} and {token}, such as activate/{uid}/{token}.",
                "serdab.account-api.password-reset-confirm-url=re set/{uid}/{token}");
        for (var domain :
                List.of("https://app.example.com", "app.example.com/", "me@host", "a b")) {
            wrong(
                    "serdab.account-api.domain is \"%s\": write a host, with a port if it needs one,"
                                    .formatted(domain)
                            + " such as app.example.com",
                    "serdab.account-api.domain=" + domain);
        }
        wrong(
                "serdab.account-api.email-frontend-protocol is \"ftp\": write http or https",
                "serdab.account-api.email-frontend-protocol=ftp");
        wrong(
                "serdab.account-api.password-reset-timeout is \"PT0.5S\": write a time of at least"
                        + " 1s, such as 72h",
                "serdab.account-api.password-reset-timeout=500ms");
        wrong(
                "serdab.account-api.token-model is \"jwt\": write one of token, none.",
                "serdab.account-api.token-model=jwt");
        wrong("serdab.jwt.leeway is \"PT-1S\": write 0s or more", "serdab.jwt.leeway=-1s");
        wrong(
                "serdab.jwt.auth-header-types is [Bear er]: write one or more words, such as JWT",
                "serdab.jwt.auth-header-types=Bear er");
        wrong(
                "serdab.jwt.user-id-claim is \"iss\": write the name of a claim that says nothing"
                        + " else, such as user_id",
                "serdab.jwt.user-id-claim=iss");
        wrong(
                "serdab.further-master-keys[0] is not 32 bytes in base64: write the output of"
                        + " `openssl rand -base64 32`",
                "serdab.further-master-keys=tooshort");
        wrong(
                "serdab.signing-keys.algorithms has \"HS256\": write some of ES256, RS256, PS256,"
                        + " EdDSA",
                "serdab.signing-keys.algorithms=RS256, HS256");
        wrong(
                "serdab.signing-keys.algorithms lacks RS256, which OpenID Connect asks of every"
                        + " provider: add it",
                "serdab.signing-keys.algorithms=ES256");
        wrong(
                "serdab.signing-keys.publish-ahead is \"PT15M\": write 20m or more",
                "serdab.signing-keys.publish-ahead=15m");
        wrong(
                "serdab.signing-keys.rotate-after is \"PT24H\": write more than publish-ahead, such"
                        + " as 90d",
                "serdab.signing-keys.rotate-after=1d");
        wrong(
                "serdab.signing-keys.retired-for is \"PT-1S\": write a time such as 7d",
                "serdab.signing-keys.retired-for=-1s");
    }

    @Test
    void goodSettingsStartIt() {
        start(
                List.of(
                        "SERDAB_TOKENS_ACCESSTOKENLIFETIME=5m",
                        "serdab.account-api.activation-url=#/activate/{uid}/{token}",
                        "serdab.account-api.domain=localhost:3000",
                        "serdab.tokens.refreshTokenRetryWindow=0s",
                        "serdab.limits.sign-in=3/1m"));
    }

    @Test
    void whatIsNotOursIsNotLookedAt() {
        start(List.of("other.setting=1", "serdab-like.setting=1"));
    }
}
