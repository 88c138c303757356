package dev.serdab.signin;

import dev.serdab.device.UserCode;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Where a sign-in leads.
 *
 * @param handle back to the request of an app that waits under it
 * @param device to the page for this user code; empty: for one that is still to be typed
 */
public record Onward(@BindParam("continue") @Nullable String handle, @Nullable String device) {

    /** Back to an app, if a handle names its request. */
    public static Onward to(@Nullable String handle) {
        return new Onward(handle, null);
    }

    /** Where it leads when no app waits. Nothing from outside is in it but what is a user code. */
    String withoutApp() {
        return device == null
                ? "/account"
                : "/device"
                        + UserCode.typed(device)
                                .map(code -> "?user_code=" + code.shown())
                                .orElse("");
    }
}
