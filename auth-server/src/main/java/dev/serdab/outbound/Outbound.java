package dev.serdab.outbound;

import jakarta.annotation.PreDestroy;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls addresses that somebody else named. Blocks for ten seconds at most. */
@Component
public class Outbound {

    private static final Logger log = LoggerFactory.getLogger(Outbound.class);

    /** For all of it: name, connection, TLS, answer. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final AddressGuard guard;
    private final CloseableHttpClient http;
    private final Duration longest;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    Outbound(AddressGuard guard) {
        this(guard, GuardedClient.of(guard, SSLContexts.createDefault()), LONGEST);
    }

    Outbound(AddressGuard guard, CloseableHttpClient http, Duration longest) {
        this.guard = guard;
        this.http = http;
        this.longest = longest;
    }

    /** Why nothing could be fetched from there, as far as the address itself tells. */
    public Optional<String> problem(URI uri) {
        return guard.problemOfFetching(uri);
    }

    /**
     * Fetches something.
     *
     * @param accept the media type that is wanted
     * @param most how many bytes of it
     */
    public Reply get(URI uri, String accept, int most) {
        return get(problem(uri), uri, accept, most);
    }

    /** The same for a developer, who may look at what runs on their own machine. */
    public Reply look(URI uri, String accept, int most) {
        return get(guard.problem(uri), uri, accept, most);
    }

    private Reply get(Optional<String> problem, URI uri, String accept, int most) {
        return problem.<Reply>map(Reply.Refused::new)
                .orElseGet(() -> {
                    var request = new HttpGet(uri);
                    request.setHeader("Accept", accept);
                    return call(request, most);
                });
    }

    /** Posts a form. What the answer says beside its status is not read. */
    public Reply post(URI uri, String form) {
        return guard.problem(uri)
                .<Reply>map(Reply.Refused::new)
                .orElseGet(() -> {
                    var request = new HttpPost(uri);
                    request.setEntity(
                            new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
                    return call(request, 0);
                });
    }

    @PreDestroy
    void stop() throws IOException {
        threads.shutdownNow();
        http.close();
    }

    /** A server that sends a byte now and then would keep us for ever without the clock here. */
    private Reply call(HttpUriRequestBase request, int most) {
        Future<Reply> answer;
        try {
            answer = threads.submit(() -> new Call(http, request, most).answer());
        } catch (RejectedExecutionException e) {
            return new Reply.NotReached(); // The server stops.
        }
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (TimeoutException e) {
            return new Reply.NotReached();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.NotReached();
        } finally {
            request.cancel();
            answer.cancel(true);
        }
    }

    private static Reply failed(@Nullable Throwable why) {
        if (why instanceof AddressGuard.Forbidden forbidden) {
            log.warn("Not called: {}", forbidden.getMessage());
            return new Reply.Refused("It is not a public address.");
        }
        log.info("A call failed: {}", String.valueOf(why));
        return new Reply.NotReached();
    }
}
