package dev.serdab.signin;

import dev.serdab.device.UserCode;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a sign-in leads.
 *
 * @param handle back to the request of an app that waits under it
 * @param device to the page for this user code; empty: for one that is still to be typed
 * @param to to a page of the account, an {@link AccountPlace} by its word
 */
public record Onward(
        @BindParam("continue") @Nullable String handle,
        @Nullable String device,
        @Nullable String to) {

    /** Back to an app, if a handle names its request. */
    public static Onward to(@Nullable String handle) {
        return new Onward(handle, null, null);
    }

    /** To a page of the account. */
    public static Onward to(AccountPlace place) {
        return new Onward(null, null, place.word());
    }

    /** Lets a page's form carry it along: {@code parts :: onward}. */
    public void on(ModelAndView page) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "continue", handle);
        put(fields, "device", device);
        put(fields, "to", to);
        page.addObject("onward", fields);
    }

    /** The same where no app waits any more. */
    Onward withoutHandle() {
        return new Onward(null, device, to);
    }

    /** The same for somebody else than who was to come back: their account's first page. */
    Onward forAnother() {
        return new Onward(handle, device, null);
    }

    /** Where it leads when no app waits. Nothing from outside is in it but what is a user code. */
    String withoutApp() {
        if (device != null) {
            return "/device"
                    + UserCode.typed(device).map(code -> "?user_code=" + code.shown()).orElse("");
        }
        return AccountPlace.named(to).orElse(AccountPlace.HOME).path();
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
