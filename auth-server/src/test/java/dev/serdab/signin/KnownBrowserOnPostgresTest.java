package dev.serdab.signin;

import dev.serdab.testing.Browser;
import dev.serdab.testing.Http;
import dev.serdab.testing.OnPostgres;
import dev.serdab.testing.People;
import dev.serdab.testing.SecondNode;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import java.util.Map;

class KnownBrowserOnPostgresTest extends KnownBrowserTest implements OnPostgres {

    @Test
    void bothNodesKnowItAtEveryEntrance(@Autowired Environment environment) {
        var home = new Browser(issuer).signedIn(people.registered("ada@example.org"));
        exhausted(browser);
        try (var node = SecondNode.beside(environment, clock)) {
            var there = new Http(node.address());
            var form = Map.of("email", "ada@example.org", "password", People.PASSWORD);

            there.post("/jwt/create/", form).expect(429);
            there.with("Cookie", "browser=" + home.cookie("browser"))
                    .post("/jwt/create/", form)
                    .expect(200);
        }
    }
}
