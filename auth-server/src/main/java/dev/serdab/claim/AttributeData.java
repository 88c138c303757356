package dev.serdab.claim;

import dev.serdab.account.Account;
import dev.serdab.account.PersonalData;

import org.springframework.stereotype.Component;

import java.util.TreeMap;

/** What the account says about its person beyond name and address, for them to take along. */
@Component
class AttributeData implements PersonalData {

    private final Attributes attributes;

    AttributeData(Attributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public Object of(Account account) {
        var claims = new TreeMap<String, String>();
        attributes
                .of(account.id())
                .values()
                .forEach((attribute, value) -> claims.put(attribute.claim(), value));
        return claims;
    }
}
