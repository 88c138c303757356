package dev.serdab.accountapi;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource("/djoser/settings/strict.properties")
class ReplayStrictTest extends ReplayTest {

    ReplayStrictTest() {
        super("strict");
    }
}
