package dev.serdab.profile;

import dev.serdab.account.Account;
import dev.serdab.account.Accounts;
import dev.serdab.accountapi.AccountEndpoints;
import dev.serdab.accountapi.Answer;
import dev.serdab.accountapi.ApiRequest;
import dev.serdab.accountapi.CurrentPassword;
import dev.serdab.accountapi.Field;
import dev.serdab.accountapi.Form;
import dev.serdab.accountapi.Refusal;
import dev.serdab.accountapi.Route;
import dev.serdab.profile.Visibility.Sight;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.function.Function;

/** {@code /users/}, {@code /users/me/} and {@code /users/{id}/}. */
@Component
class ProfileEndpoints implements AccountEndpoints {

    private static final Form RENAMING = Form.of(Field.text("name").longest(PersonName.LONGEST));

    private final Accounts accounts;
    private final Visibility visibility;
    private final Form deletion;

    ProfileEndpoints(Accounts accounts, Visibility visibility, CurrentPassword currentPassword) {
        this.accounts = accounts;
        this.visibility = visibility;
        this.deletion = Form.of(currentPassword.field());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/users/", this::list),
                Route.get("/users/me/", request -> show(request.account())),
                Route.put("/users/me/", request -> rename(request, request.account(), RENAMING)),
                Route.patch(
                        "/users/me/",
                        request -> rename(request, request.account(), RENAMING.partial())),
                Route.delete("/users/me/", request -> delete(request, request.account())),
                Route.get("/users/{id}/", request -> ifOpen(request, ProfileEndpoints::show)),
                Route.put(
                        "/users/{id}/",
                        request -> ifOpen(request, account -> rename(request, account, RENAMING))),
                Route.patch(
                        "/users/{id}/",
                        request ->
                                ifOpen(
                                        request,
                                        account -> rename(request, account, RENAMING.partial()))),
                Route.delete(
                        "/users/{id}/",
                        request -> ifOpen(request, account -> delete(request, account))));
    }

    private Answer list(ApiRequest request) {
        return Answer.ok(visibility.all(request.account()).stream().map(Profile::of).toList());
    }

    private Answer ifOpen(ApiRequest request, Function<Account, Answer> action) {
        return switch (visibility.of(request.variable("id"), request.account())) {
            case Sight.Open(var account) -> action.apply(account);
            case Sight.Closed _ -> Refusal.PERMISSION_DENIED.answer();
            case Sight.NoSuch _ -> Answer.detail(404, "No UserAccount matches the given query.");
            case Sight.Nothing _ -> Refusal.NOT_FOUND.answer();
        };
    }

    private static Answer show(Account account) {
        return Answer.ok(Profile.of(account));
    }

    private Answer rename(ApiRequest request, Account account, Form form) {
        return request.read(
                form,
                fields -> {
                    var name = fields.find("name").orElse(account.name());
                    accounts.rename(account.id(), name);
                    return Answer.ok(
                            new Profile(name, account.id().value(), account.email().value()));
                });
    }

    private Answer delete(ApiRequest request, Account account) {
        return request.read(
                deletion,
                _ -> {
                    accounts.delete(account.id());
                    return Answer.noContent();
                });
    }
}
