package dev.serdab.testing;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The server's clock, which a test can put forward, never back: a server that waits until later
 * must not wait for good. Import it to have it.
 */
@TestComponent
@Primary
public class MovableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** Lets time pass. */
    public synchronized void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Shows the real time again, as other nodes do. */
    public synchronized void comeBack() {
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
        return Clock.offset(real.withZone(zone), ahead);
    }
}
