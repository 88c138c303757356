package dev.serdab.clientregistration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@code client_id} that is the address of a document
 * (draft-ietf-oauth-client-id-metadata-document §3).
 */
record DocumentAddress(URI uri) {

    private static final Pattern DOTS =
            Pattern.compile("(^|/)(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    /** What the column holds. */
    private static final int LONGEST = 255;

    /** Reads one; empty when it is none. */
    static Optional<DocumentAddress> of(String clientId) {
        if (!isLikely(clientId) || clientId.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var uri = new URI(clientId);
            boolean isGood =
                    uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && uri.getRawQuery() == null
                            && uri.getRawPath().length() > 1
                            && !DOTS.matcher(uri.getRawPath()).find();
            return isGood ? Optional.of(new DocumentAddress(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether it means to be one. An operator may let some be plain {@code http}. */
    static boolean isLikely(String clientId) {
        return clientId.startsWith("https://") || clientId.startsWith("http://");
    }
}
