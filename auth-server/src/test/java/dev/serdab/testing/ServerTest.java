package dev.serdab.testing;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A running server with a database, spoken to over HTTP. Every test starts without accounts; the
 * development clients are there.
 *
 * <p>A subclass that needs other settings adds {@code @TestPropertySource}; one that needs
 * PostgreSQL registers {@link Postgres#properties}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@Import({People.class, Database.class})
public abstract class ServerTest {

    @Autowired protected Database database;
    @Autowired protected People people;

    protected Http app;
    protected String issuer;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        RunningServer.properties(settings);
    }

    @BeforeEach
    void startEmpty(@Autowired org.springframework.core.env.Environment environment) {
        issuer = environment.getRequiredProperty("serdab.issuer");
        app = new Http(issuer);
        database.empty();
    }
}
