package dev.serdab.signin;

import dev.serdab.device.UserCode;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a sign-in leads.
 *
 * @param handle back to the request of an app that waits under it
 * @param device to the page for this user code; empty: for one that is still to be typed
 * @param to to a page of the account, an {@link AccountPlace} by its word
 * @param passkeys {@code possible}, if the browser says that it can make one
 */
public record Onward(
        @BindParam("continue") @Nullable String handle,
        @Nullable String device,
        @Nullable String to,
        @Nullable String passkeys) {

    /** Back to an app, if a handle names its request. */
    public static Onward to(@Nullable String handle) {
        return new Onward(handle, null, null, null);
    }

    /** To a page of the account. */
    public static Onward to(AccountPlace place) {
        return new Onward(null, null, place.word(), null);
    }

    /** Lets a page's form carry it along: {@code parts :: onward}. */
    public void on(ModelAndView page) {
        page.addObject("onward", fields());
    }

    /** Whether the browser can make passkeys. */
    public boolean isPasskeyPossible() {
        return "possible".equals(passkeys);
    }

    /** The address of a page that comes before it, and that carries it along. */
    public String after(String path) {
        return after(path, "");
    }

    /**
     * The same of a page that has several ways.
     *
     * @param method which of them; empty: the first
     */
    public String after(String path, String method) {
        var address = UriComponentsBuilder.fromPath(path);
        fields().forEach((name, value) ->
                address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
        if (!method.isEmpty()) {
            address.queryParam("method", method);
        }
        return address.build(true).toUriString();
    }

    /** Where somebody goes on who is signed in already. */
    public String forSignedIn() {
        return handle == null ? withoutApp() : to(handle).after("/oauth2/authorize");
    }

    /** The same where no app waits any more. */
    Onward withoutHandle() {
        return new Onward(null, device, to, passkeys);
    }

    /** The same for somebody else than who was to come back: their account's first page. */
    Onward forAnother() {
        return new Onward(handle, device, null, passkeys);
    }

    /** Where it leads when no app waits. Nothing from outside is in it but what is a user code. */
    String withoutApp() {
        if (device != null) {
            return "/device"
                    + UserCode.typed(device).map(code -> "?user_code=" + code.shown()).orElse("");
        }
        return AccountPlace.named(to).orElse(AccountPlace.HOME).path();
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "continue", handle);
        put(fields, "device", device);
        put(fields, "to", to);
        put(fields, "passkeys", passkeys);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
