package dev.serdab.outbound;

import dev.serdab.settings.WrongSetting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What this server may call beside public {@code https} addresses.
 *
 * @param allowedHosts names or addresses, as they stand in a URL, that may lie in a private network
 *     and be called by plain {@code http}
 */
@ConfigurationProperties("serdab.outbound")
record OutboundSettings(@DefaultValue List<String> allowedHosts) {

    private static final Pattern HOST =
            Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?|\\[[0-9a-fA-F:.]+]");

    OutboundSettings {
        for (var host : allowedHosts) {
            if (!HOST.matcher(host).matches()) {
                throw new WrongSetting(
                        "serdab.outbound.allowed-hosts",
                        "has \"%s\": write a host without scheme and port, such as apps.internal"
                                .formatted(host));
            }
        }
        allowedHosts = allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }
}
