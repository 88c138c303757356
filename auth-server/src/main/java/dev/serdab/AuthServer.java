package dev.serdab;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

import java.time.Clock;

/** The server. Each package beside this class is one thing it does. */
@SpringBootApplication(
        proxyBeanMethods = false,
        // Two packages may use the same word for their own thing.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        // People are accounts; there is no generated user with a printed password.
        exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Serdab")
public class AuthServer {

    static void main(String[] args) {
        SpringApplication.run(AuthServer.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
