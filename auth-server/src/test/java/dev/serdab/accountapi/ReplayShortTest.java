package dev.serdab.accountapi;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource("/djoser/settings/short.properties")
class ReplayShortTest extends ReplayTest {

    ReplayShortTest() {
        super("short");
    }
}
