package dev.serdab.subject;

import dev.serdab.account.AccountId;
import dev.serdab.client.Client;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names people to clients. */
@Component
public class Subjects {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    Subjects(SubjectSalt salt) {
        this.key = new SecretKeySpec(salt.value(), HMAC);
    }

    /**
     * The account's number; for a client with pairwise subjects 43 characters that are the same for
     * all clients of its sector and tell nobody else anything (OpenID Connect Core §8.1).
     */
    public String of(Client client, AccountId account) {
        var sector = client.openId().sector();
        return sector == null ? account.toString() : pairwise(sector, account);
    }

    private String pairwise(String sector, AccountId account) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            var name = sector + "/" + account;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }
}
