package dev.serdab.audit;

import dev.serdab.account.AccountId;
import dev.serdab.page.RequestId;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The request in which something happens; all is {@code null} when the server does it by itself.
 *
 * @param requestId as the answer shows it
 * @param address where it came from, as it may be kept
 * @param by who was signed in
 */
record Circumstances(@Nullable String requestId, @Nullable String address, @Nullable AccountId by) {

    static Circumstances now(AuditSettings.Addresses addresses) {
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes)) {
            return new Circumstances(null, null, null);
        }
        var request = attributes.getRequest();
        var address =
                switch (addresses) {
                    case FULL -> request.getRemoteAddr();
                    case SHORTENED -> NetworkAddress.shortened(request.getRemoteAddr());
                    case NONE -> null;
                };
        var id = RequestId.of(request);
        return new Circumstances(id.isEmpty() ? null : id, address, CallerNote.read(request));
    }
}
