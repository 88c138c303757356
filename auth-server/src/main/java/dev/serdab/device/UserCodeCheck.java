package dev.serdab.device;

import dev.serdab.limit.LimitSettings;
import dev.serdab.limit.Limiter;
import dev.serdab.limit.Limiter.Attempt;
import dev.serdab.limit.Visitor;
import dev.serdab.session.BrowserSession;

import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Finds the device that shows a code, for somebody who may be wrong a few times only (RFC 8628
 * §5.1). Unknown, expired and decided codes are not told apart.
 */
@Component
class UserCodeCheck {

    private static final String BY_ACCOUNT = "user-code";
    private static final String BY_ADDRESS = "user-code-per-address";

    private final DeviceAuthorizations devices;
    private final Limiter limiter;
    private final LimitSettings limits;

    UserCodeCheck(DeviceAuthorizations devices, Limiter limiter, LimitSettings limits) {
        this.devices = devices;
        this.limiter = limiter;
        this.limits = limits;
    }

    /** What became of it. */
    sealed interface Verdict {

        /** This device waits. */
        record Found(DeviceAuthorization device) implements Verdict {}

        /** No device waits with this code. */
        record Wrong() implements Verdict {}

        /** Too many were wrong, by this account or from this address. */
        record TooMany(Duration retryAfter) implements Verdict {}
    }

    Verdict check(String typed, BrowserSession session, Visitor visitor) {
        var account = session.account().id().toString();
        if (limiter.look(BY_ADDRESS, visitor.key(), limits.userCodePerAddress())
                instanceof Attempt.Refused(var wait)) {
            return new Verdict.TooMany(wait);
        }
        if (limiter.look(BY_ACCOUNT, account, limits.userCode())
                instanceof Attempt.Refused(var wait)) {
            return new Verdict.TooMany(wait);
        }
        var device = UserCode.typed(typed).flatMap(devices::find);
        if (device.isPresent()) {
            return new Verdict.Found(device.get());
        }
        limiter.attempt(BY_ADDRESS, visitor.key(), limits.userCodePerAddress());
        limiter.attempt(BY_ACCOUNT, account, limits.userCode());
        return new Verdict.Wrong();
    }
}
