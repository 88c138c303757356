package dev.serdab.cleanup;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Cleans up about once a minute, at another moment on each node. */
@Configuration(proxyBeanMethods = false)
class CleanUpSchedule implements SchedulingConfigurer {

    private static final Duration SHORTEST = Duration.ofSeconds(45);
    private static final Duration LONGEST = Duration.ofSeconds(75);

    private final CleanUp cleanUp;

    CleanUpSchedule(CleanUp cleanUp) {
        this.cleanUp = cleanUp;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        // By the machine's own clock: this is a pause, not something that ends.
        tasks.addTriggerTask(cleanUp::run, last -> Instant.now().plus(pause()));
    }

    private static Duration pause() {
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
    }
}
