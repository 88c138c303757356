package dev.serdab.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

import java.time.Clock;

/** The smallest API that trusts Serdab's tokens. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class DemoApi {

    static void main(String[] args) {
        SpringApplication.run(DemoApi.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
