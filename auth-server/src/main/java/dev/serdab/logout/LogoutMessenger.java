package dev.serdab.logout;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.5). Follows no redirect. */
@Component
class LogoutMessenger {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(Redirect.NEVER)
                    .build();

    /** What the app said. */
    enum Reaction {
        /** It knows now. */
        TOLD,
        /** It will not take this token, however often it comes. */
        REFUSED,
        /** It was not there, or could not do it now. */
        NOT_REACHED
    }

    Reaction tell(String uri, String logoutToken) {
        var request =
                HttpRequest.newBuilder(URI.create(uri))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("logout_token=" + logoutToken))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            response.body().close(); // Nobody reads what it says.
            return reaction(response);
        } catch (IOException e) {
            return Reaction.NOT_REACHED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reaction.NOT_REACHED;
        }
    }

    @PreDestroy
    void stop() {
        http.shutdownNow();
    }

    private static Reaction reaction(HttpResponse<?> response) {
        int status = response.statusCode();
        boolean isForNow = status == 408 || status == 425 || status == 429 || status >= 500;
        if (status / 100 == 2) {
            return Reaction.TOLD;
        }
        return isForNow ? Reaction.NOT_REACHED : Reaction.REFUSED;
    }
}
