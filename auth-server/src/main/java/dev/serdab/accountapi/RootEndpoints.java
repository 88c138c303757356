package dev.serdab.accountapi;

import dev.serdab.settings.ServerSettings;

import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The path that all others are below: a list for programs, a way in for people. */
@Component
class RootEndpoints implements AccountEndpoints {

    private final URI users;
    private final URI accountPage;

    RootEndpoints(ServerSettings server, AccountApiSettings settings) {
        this.users = server.at(settings.pathPrefix() + "/users/");
        this.accountPage = server.at("/account");
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/", this::list).by(Access.ANYONE));
    }

    private Answer list(ApiRequest request) {
        return request.isFromBrowser()
                ? Answer.seeOther(accountPage)
                : Answer.ok(Map.of("users", users));
    }
}
