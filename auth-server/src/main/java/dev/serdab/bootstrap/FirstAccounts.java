package dev.serdab.bootstrap;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.account.Creation.AddressTaken;
import dev.serdab.account.Creation.Created;
import dev.serdab.account.EmailAddress;
import dev.serdab.account.Memberships;
import dev.serdab.account.NewAccount;
import dev.serdab.account.WhiteSpace;
import dev.serdab.bootstrap.BootstrapSettings.FirstAccount;
import dev.serdab.claim.Attribute;
import dev.serdab.claim.Attributes;
import dev.serdab.passwordhash.PasswordHasher;
import dev.serdab.settings.WrongSetting;

import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Makes accounts from settings. One that exists is left as its owner made it. */
@Component
class FirstAccounts {

    private static final int LONGEST_NAME = 255;

    private final Accounts accounts;
    private final Memberships memberships;
    private final Attributes attributes;
    private final PasswordHasher hasher;

    FirstAccounts(
            Accounts accounts,
            Memberships memberships,
            Attributes attributes,
            PasswordHasher hasher) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.attributes = attributes;
        this.hasher = hasher;
    }

    void make(String property, FirstAccount first) {
        var email = email(property, first);
        if (first.name() == null || first.name().isBlank()) {
            throw new WrongSetting(
                    property + ".name", "is missing: write what the person is called");
        }
        if (first.name().codePointCount(0, first.name().length()) > LONGEST_NAME) {
            throw new WrongSetting(
                    property + ".name",
                    "has more than %d characters: write a shorter one".formatted(LONGEST_NAME));
        }
        var claims = claims(property, first);
        if (accounts.findByEmail(email.value()).isPresent()) {
            return;
        }
        var created =
                accounts.create(
                        new NewAccount(
                                email,
                                first.name(),
                                password(property, first),
                                first.isAdmin(),
                                first.isActive(),
                                first.isSuperuser()));
        switch (created) {
            case Created(var account) -> {
                giveRights(account, first);
                claims.forEach((claim, value) -> attributes.put(account.id(), claim, value));
            }
            case AddressTaken _ -> {
                // Another node was quicker.
            }
        }
    }

    private void giveRights(Account account, FirstAccount first) {
        first.groups().forEach(group -> memberships.join(account.id(), group));
        first.permissions().forEach(permission -> memberships.allow(account.id(), permission));
    }

    private static Map<Attribute, String> claims(String property, FirstAccount first) {
        var claims = new EnumMap<Attribute, String>(Attribute.class);
        first.claims()
                .forEach((name, value) -> {
                    var full = property + ".claims." + name;
                    var claim =
                            Attribute.of(name)
                                    .orElseThrow(() ->
                                            new WrongSetting(
                                                    full,
                                                    "is not a claim that an account can have: write one such as"
                                                            + " given-name or address.locality"));
                    claim.problem(value)
                            .ifPresent(advice -> {
                                throw new WrongSetting(
                                        full, "is \"%s\": write %s".formatted(value, advice));
                            });
                    claims.put(claim, value);
                });
        return claims;
    }

    private static EmailAddress email(String property, FirstAccount first) {
        var email = first.email();
        if (email == null || email.isBlank()) {
            throw new WrongSetting(
                    property + ".email", "is missing: User must have an email address");
        }
        if (!EmailAddress.isAccepted(email)) {
            throw new WrongSetting(
                    property + ".email",
                    "is \"%s\": write an address such as ada@example.com".formatted(email));
        }
        return new EmailAddress(email);
    }

    private String password(String property, FirstAccount first) {
        var hash = first.passwordHash();
        var password = first.password();
        if ((hash == null) == (password == null)) {
            throw new WrongSetting(
                    property + ".password",
                    "and password-hash: write one of the two (password-hash: \"!\" for none)");
        }
        if (hash != null) {
            if (!PasswordHasher.isKnown(hash)) {
                throw new WrongSetting(
                        property + ".password-hash",
                        "is in no format this server knows: write one of Django's, or \"!\" for none");
            }
            return hash.equals("!") ? hasher.unusable() : hash;
        }
        var secret = WhiteSpace.strip(Objects.requireNonNull(password));
        if (secret.isEmpty() || PasswordHasher.isTooLong(secret)) {
            throw new WrongSetting(
                    property + ".password",
                    "is blank or longer than 4096 characters: write another, or password-hash: \"!\" for none");
        }
        return hasher.hash(secret);
    }
}
