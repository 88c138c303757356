package dev.serdab.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest API that trusts Serdab's tokens. */
@SpringBootApplication(proxyBeanMethods = false)
public class DemoApi {

    static void main(String[] args) {
        SpringApplication.run(DemoApi.class, args);
    }
}
