package dev.serdab.audit;

import dev.serdab.account.AccountId;

import jakarta.servlet.ServletRequest;

import org.jspecify.annotations.Nullable;

/** A note on the request that says who is asking, left by whoever found it out. */
public final class CallerNote {

    private static final String NAME = CallerNote.class.getName();

    private CallerNote() {}

    /** Notes who is asking. */
    public static void leave(ServletRequest request, AccountId caller) {
        request.setAttribute(NAME, caller);
    }

    static @Nullable AccountId read(ServletRequest request) {
        return request.getAttribute(NAME) instanceof AccountId caller ? caller : null;
    }
}
