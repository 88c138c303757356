package dev.serdab.jwt;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.jwt.Renewal.NoAccount;
import dev.serdab.jwt.Renewal.NotActive;
import dev.serdab.jwt.Renewal.PasswordIsNew;
import dev.serdab.jwt.Renewal.Refused;
import dev.serdab.jwt.Renewal.Renewed;
import dev.serdab.jwt.Shown.Good;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** What refresh tokens are good for, and when they no longer are. */
@Component
class Renewals {

    private final TokenPairs tokens;
    private final Accounts accounts;
    private final Blacklist blacklist;
    private final Generations generations;
    private final JwtSettings settings;

    Renewals(
            TokenPairs tokens,
            Accounts accounts,
            Blacklist blacklist,
            Generations generations,
            JwtSettings settings) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.blacklist = blacklist;
        this.generations = generations;
        this.settings = settings;
    }

    /** Both tokens of a pair. */
    record Pair(String refresh, String access) {}

    /**
     * The first ones after signing in.
     *
     * @param checked the account as it was when its password was compared
     * @return nothing if the password no longer counts
     */
    Optional<Pair> first(Account checked) {
        return generations
                .atSignIn(checked)
                .map(generation ->
                        new Pair(
                                tokens.refresh(checked, generation.refresh()),
                                tokens.access(checked, generation.access())));
    }

    /** Exchanges a refresh token for an access token. */
    Renewal renew(String token) {
        return switch (tokens.read(token, Kind.REFRESH)) {
            case Shown.Refused(var why) -> new Refused(why);
            case Good good -> renew(good);
        };
    }

    /** Uses a refresh token up; the reason if that could not be. */
    Optional<TokenRefusal> end(String token) {
        return switch (tokens.read(token, Kind.REFRESH)) {
            case Shown.Refused(var why) -> Optional.of(why);
            case Good good ->
                    blacklist.add(good) ? Optional.empty() : Optional.of(TokenRefusal.BLACKLISTED);
        };
    }

    /** What is wrong with a token of either kind, without looking its account up. */
    Optional<TokenRefusal> verify(String token) {
        return switch (tokens.read(token)) {
            case Shown.Refused(var why) -> Optional.of(why);
            case Good good ->
                    settings.blacklistAfterRotation() && blacklist.contains(good)
                            ? Optional.of(TokenRefusal.BLACKLISTED)
                            : Optional.empty();
        };
    }

    private Renewal renew(Good token) {
        if (blacklist.contains(token)) {
            return new Refused(TokenRefusal.BLACKLISTED);
        }
        return accounts.find(token.account())
                .map(account -> renew(token, account))
                .orElseGet(NoAccount::new);
    }

    private Renewal renew(Good token, Account account) {
        if (!account.isActive()) {
            return new NotActive();
        }
        var generation = generations.current(account.id());
        if (token.generation() != generation.refresh()) {
            return new Refused(TokenRefusal.BLACKLISTED);
        }
        if (!tokens.passwordStillCounts(token, account)) {
            return new PasswordIsNew();
        }
        if (!settings.rotateRefreshTokens()) {
            return new Renewed(tokens.access(account, generation.access()), null);
        }
        // Asking above and ending here would let two through that come at once; the insert decides.
        if (settings.blacklistAfterRotation() && !blacklist.add(token)) {
            return new Refused(TokenRefusal.BLACKLISTED);
        }
        return new Renewed(
                tokens.access(account, generation.access()),
                tokens.refresh(account, token.generation()));
    }
}
