package dev.serdab.testing;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The server's clock: it runs, and a test may put it forward. */
@TestComponent
@Primary
public class MovableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** Puts it forward by so much more. */
    public void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Sets it right. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
