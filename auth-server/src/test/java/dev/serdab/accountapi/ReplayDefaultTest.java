package dev.serdab.accountapi;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource("/djoser/settings/default.properties")
class ReplayDefaultTest extends ReplayTest {

    ReplayDefaultTest() {
        super("default");
    }
}
