package dev.serdab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serdab.demo.testing.Demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;

class SettingsTest extends DemoTest {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    @Test
    void asDeliveredItServesThisMachineAndTrustsTheServerBesideIt() throws IOException {
        var delivered =
                new YamlPropertySourceLoader()
                        .load("delivered", new ClassPathResource("application.yaml"))
                        .getFirst();

        assertThat(delivered.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(delivered.getProperty("server.port")).isEqualTo(8090);
        assertThat(delivered.getProperty(JWT + "issuer-uri")).isEqualTo("http://localhost:9000");
        assertThat(delivered.getProperty(JWT + "audiences")).isEqualTo("http://localhost:8090");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"issuer-uri=", "issuer-uri=serdab", "audiences=", "audiences=notes-api"})
    void aSettingThatNoTokenCouldSatisfyStopsTheStart(String setting) {
        assertThatThrownBy(() -> Demo.trusting(issuer, JWT + setting).close())
                .rootCause()
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining(JWT + setting.substring(0, setting.indexOf('=')));
    }
}
