package dev.serdab.logout;

import dev.serdab.outbound.Outbound;
import dev.serdab.outbound.Reply;

import org.springframework.stereotype.Component;

import java.net.URI;

/** Posts logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.5). */
@Component
class LogoutMessenger {

    private final Outbound outbound;

    LogoutMessenger(Outbound outbound) {
        this.outbound = outbound;
    }

    /** What the app said. */
    enum Reaction {
        /** It knows now. */
        TOLD,
        /** It will not take this token, however often it comes; or nobody may be called there. */
        REFUSED,
        /** It was not there, or could not do it now. */
        NOT_REACHED
    }

    Reaction tell(String uri, String logoutToken) {
        return switch (outbound.post(URI.create(uri), "logout_token=" + logoutToken)) {
            case Reply.Answered answer -> reaction(answer.status());
            case Reply.Refused _ -> Reaction.REFUSED;
            case Reply.NotReached() -> Reaction.NOT_REACHED;
        };
    }

    private static Reaction reaction(int status) {
        boolean isForNow = status == 408 || status == 425 || status == 429 || status >= 500;
        if (status / 100 == 2) {
            return Reaction.TOLD;
        }
        return isForNow ? Reaction.NOT_REACHED : Reaction.REFUSED;
    }
}
