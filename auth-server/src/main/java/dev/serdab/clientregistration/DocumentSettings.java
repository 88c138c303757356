package dev.serdab.clientregistration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;
import java.util.Locale;

/**
 * Whether an app may be named by the address of a document that describes it. What such an app may
 * have is what registered apps may ({@link RegistrationSettings}).
 *
 * @param enabled whether there are such apps
 * @param hosts where their documents may lie; none: anywhere
 */
@ConfigurationProperties("serdab.client-metadata-documents")
public record DocumentSettings(
        @DefaultValue("false") boolean enabled, @DefaultValue List<String> hosts) {

    public DocumentSettings {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    boolean allowsHost(String host) {
        return hosts.isEmpty() || hosts.contains(host.toLowerCase(Locale.ROOT));
    }
}
