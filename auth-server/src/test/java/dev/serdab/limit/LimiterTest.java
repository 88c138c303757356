package dev.serdab.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.limit.Limiter.Attempt;
import dev.serdab.testing.ServerTest;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.stream.IntStream;

class LimiterTest extends ServerTest {

    @Autowired Limiter limiter;

    @RepeatedTest(10)
    void ofManyAtOnceExactlySoManyAreAllowed() {
        var rate = Rate.of("5/1m");

        var allowed =
                IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> limiter.attempt("test", "somebody", rate))
                        .filter(Attempt.Allowed.class::isInstance)
                        .count();

        assertThat(allowed).isEqualTo(5);
    }

    @Test
    void looksCountNothingAndOthersAreCountedApart() {
        var rate = Rate.of("1/1m");

        assertThat(limiter.look("test", "a", rate)).isInstanceOf(Attempt.Allowed.class);
        assertThat(limiter.attempt("test", "a", rate)).isInstanceOf(Attempt.Allowed.class);
        assertThat(limiter.look("test", "a", rate)).isInstanceOf(Attempt.Refused.class);
        assertThat(limiter.attempt("test", "b", rate)).isInstanceOf(Attempt.Allowed.class);
        assertThat(limiter.attempt("other", "a", rate)).isInstanceOf(Attempt.Allowed.class);
    }

    @Test
    void anIpv6HouseholdIsOneVisitor() {
        assertThat(Visitor.at("2001:db8:1:2:aaaa::1"))
                .isEqualTo(Visitor.at("2001:db8:1:2:bbbb::9"));
        assertThat(Visitor.at("2001:db8:1:2::1")).isNotEqualTo(Visitor.at("2001:db8:1:3::1"));
        assertThat(Visitor.at("192.0.2.1")).isNotEqualTo(Visitor.at("192.0.2.2"));
    }
}
