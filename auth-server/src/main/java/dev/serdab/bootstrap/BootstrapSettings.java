package dev.serdab.bootstrap;

import dev.serdab.client.ClientMetadata;
import dev.serdab.settings.ReadAs;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What must be there after the start.
 *
 * @param accounts made when nobody has the address yet
 * @param groups with exactly these permissions
 * @param scopes beside the built-in ones
 * @param clients made, and brought up to date when their setting changed
 */
@ConfigurationProperties("serdab.bootstrap")
record BootstrapSettings(
        @DefaultValue List<FirstAccount> accounts,
        @DefaultValue List<Group> groups,
        @DefaultValue List<Scope> scopes,
        @DefaultValue @ReadAs({FirstClient.class, ClientMetadata.class})
                List<Map<String, Object>> clients) {

    /**
     * An account.
     *
     * @param password in clear, hashed on the way in; or
     * @param passwordHash any password string of Django's, {@code !} for none
     * @param groups names of groups to join, made when they are missing
     * @param permissions of its own, such as {@code blog.add_post}
     * @param claims what else to say about the person, such as {@code given-name}
     */
    record FirstAccount(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            @Nullable String passwordHash,
            @DefaultValue("false") boolean isAdmin,
            @DefaultValue("true") boolean isActive,
            @DefaultValue("false") boolean isSuperuser,
            @DefaultValue List<String> groups,
            @DefaultValue List<String> permissions,
            @DefaultValue Map<String, String> claims) {}

    /** A group and what its members may do. */
    record Group(@Nullable String name, @DefaultValue List<String> permissions) {}

    /**
     * A scope.
     *
     * @param description what allowing it means, by language ({@code en}, {@code ko})
     */
    record Scope(@Nullable String name, @DefaultValue Map<String, String> description) {}

    /**
     * A client; the rest of its settings is its {@link ClientMetadata}.
     *
     * @param clientSecret what it shows
     * @param clientSecretExpiresAt when that ends; default: never
     * @param previousClientSecret what it showed before, good as well until this line is removed
     * @param previousClientSecretExpiresAt or until then
     */
    record FirstClient(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable Instant clientSecretExpiresAt,
            @Nullable String previousClientSecret,
            @Nullable Instant previousClientSecretExpiresAt) {}
}
