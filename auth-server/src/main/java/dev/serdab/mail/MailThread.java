package dev.serdab.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The one thread of this node that mails are sent by, so that they leave in order. */
class MailThread {

    private static final Logger log = LoggerFactory.getLogger(MailThread.class);

    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mail").factory());

    /** Does something soon; never fails. */
    void run(Runnable work) {
        try {
            executor.execute(() -> logged(work));
        } catch (RejectedExecutionException e) {
            // The server stops; the next start goes on with what is left.
        }
    }

    boolean isStopping() {
        return executor.isShutdown();
    }

    /** Lets the mail at hand be finished, and no other begin. */
    void stop() throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
            executor.shutdownNow();
        }
    }

    private static void logged(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("Mails wait for the next try", e);
        }
    }
}
