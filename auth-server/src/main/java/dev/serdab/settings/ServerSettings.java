package dev.serdab.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Who this server is and where it keeps its data.
 *
 * @param issuer the address everyone knows the server by, without a slash at the end; every link,
 *     every token and the discovery document are built from it, never from a request's {@code Host}
 * @param dataDirectory the H2 file and the generated master key; relative to the working directory
 * @param masterKey 32 bytes in base64 that seal signing keys and unsent mails; when absent, the
 *     file {@code master.key} in the data directory is made at the first start
 * @param furtherMasterKeys that open what is there but seal nothing: the old one after a change, or
 *     the new one before it
 */
@ConfigurationProperties("serdab")
public record ServerSettings(
        @DefaultValue("http://localhost:9000") String issuer,
        @DefaultValue("data") Path dataDirectory,
        @Nullable String masterKey,
        @DefaultValue List<String> furtherMasterKeys) {

    public ServerSettings {
        Issuer.of(issuer);
    }

    /** The issuer, checked. */
    public Issuer checkedIssuer() {
        return Issuer.of(issuer);
    }

    /** The data directory with the working directory in front. */
    public Path absoluteDataDirectory() {
        return dataDirectory.toAbsolutePath().normalize();
    }

    /** An address of this server: the issuer with a path behind it. */
    public URI at(String path) {
        return URI.create(issuer + path);
    }
}
