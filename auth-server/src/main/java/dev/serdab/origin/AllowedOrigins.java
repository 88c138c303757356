package dev.serdab.origin;

/** Some web pages that may read this server's answers. */
@FunctionalInterface
public interface AllowedOrigins {

    /**
     * Whether pages of this origin are among them.
     *
     * @param origin as a browser sends it in {@code Origin}: scheme, host and port (RFC 6454 §7)
     */
    boolean allow(String origin);
}
