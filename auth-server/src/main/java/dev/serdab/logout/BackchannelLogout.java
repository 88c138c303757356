package dev.serdab.logout;

import dev.serdab.client.Clients;
import dev.serdab.session.SessionApps;
import dev.serdab.session.SessionEvent;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells apps, server to server, that a session is over (OpenID Connect Back-Channel Logout 1.0). A
 * notice is written in the transaction that ends the session, and sent after it; an app that is
 * down hears of it later.
 */
@Component
class BackchannelLogout {

    private static final Logger log = LoggerFactory.getLogger(BackchannelLogout.class);
    private static final int AT_A_TIME = 20;

    private final SessionApps apps;
    private final Clients clients;
    private final LogoutNotices notices;
    private final LogoutTokenMint mint;
    private final LogoutMessenger messenger;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean isCalled = new AtomicBoolean();

    BackchannelLogout(
            SessionApps apps,
            Clients clients,
            LogoutNotices notices,
            LogoutTokenMint mint,
            LogoutMessenger messenger) {
        this.apps = apps;
        this.clients = clients;
        this.notices = notices;
        this.mint = mint;
        this.messenger = messenger;
    }

    @EventListener
    void note(SessionEvent.Ended ended) {
        for (var app : apps.take(ended.session())) {
            clients.find(app)
                    .filter(client -> client.backchannelLogoutUri() != null)
                    .ifPresent(_ -> notices.add(app, ended.session(), ended.account()));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void sendSoon(SessionEvent.Ended ended) {
        call();
    }

    /** Finds what a crash left, and what is to be tried again. */
    @Scheduled(fixedDelayString = "PT5S")
    void call() {
        if (isCalled.compareAndSet(false, true)) {
            run(() -> {
                isCalled.set(false);
                sendDue();
            });
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Each in a thread of its own: one slow app holds up no other. */
    private void sendDue() {
        var due = notices.due(AT_A_TIME);
        for (var notice : due) {
            if (notices.take(notice)) {
                run(() -> send(notice));
            }
        }
        if (due.size() == AT_A_TIME) {
            call();
        }
    }

    private void send(LogoutNotice notice) {
        var client = clients.find(notice.clientId()).orElse(null);
        var uri = client == null ? null : client.backchannelLogoutUri();
        if (client == null || uri == null) {
            notices.remove(notice);
            return;
        }
        switch (messenger.tell(uri, mint.mint(client, notice))) {
            case TOLD -> notices.remove(notice);
            case REFUSED -> {
                notices.remove(notice);
                log.warn("{} refused a logout token, or may not be called", notice.clientId());
            }
            case NOT_REACHED -> {
                notices.postpone(notice);
                log.info("{} could not be told of a logout; it is tried again", client.clientId());
            }
        }
    }

    private void run(Runnable work) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    log.error("Logout notices wait for the next try", e);
                }
            });
        } catch (RejectedExecutionException e) {
            // The server stops; the next start goes on with what is left.
        }
    }
}
