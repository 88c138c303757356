package dev.serdab.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.AtOnce;
import dev.serdab.testing.Node;
import dev.serdab.testing.OnPostgres;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class PrivateKeyJwtOnPostgresTest extends PrivateKeyJwtTest implements OnPostgres {

    @Autowired Environment environment;

    @Test
    void whatOneNodeAcceptedAnotherRefuses() {
        var data = Path.of(environment.getRequiredProperty("serdab.data-directory"));
        var shared =
                Stream.of("serdab.issuer", "spring.datasource.url", "spring.datasource.username")
                        .map(name -> name + "=" + environment.getRequiredProperty(name));
        try (var other =
                Node.startedIn(
                        data,
                        Stream.concat(shared, Stream.of("spring.datasource.password="))
                                .toArray(String[]::new))) {
            var nodes = List.of(app, other.http());
            for (int round = 0; round < 10; round++) {
                var form = new LinkedHashMap<>(good().form());
                form.put("grant_type", "client_credentials");
                var turn = new AtomicInteger();

                var answers =
                        AtOnce.call(
                                10,
                                () ->
                                        nodes.get(turn.getAndIncrement() % 2)
                                                .post("/oauth2/token", form));

                assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
                assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(9);
            }
        }
    }
}
