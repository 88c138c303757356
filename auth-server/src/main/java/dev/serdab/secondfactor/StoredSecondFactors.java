package dev.serdab.secondfactor;

import dev.serdab.account.Account;
import dev.serdab.account.AccountId;
import dev.serdab.account.SecondFactors;

import org.springframework.stereotype.Component;

@Component
class StoredSecondFactors implements SecondFactors {

    private final TotpSeeds seeds;
    private final SecondFactorSettings settings;

    StoredSecondFactors(TotpSeeds seeds, SecondFactorSettings settings) {
        this.seeds = seeds;
        this.settings = settings;
    }

    @Override
    public boolean has(AccountId account) {
        return seeds.has(account);
    }

    @Override
    public boolean isMissing(Account account) {
        return settings.requiresOf(account) && !seeds.has(account.id());
    }
}
