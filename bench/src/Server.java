import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A server that runs, what it needs beside it, and how to speak to it. */
final class Server implements AutoCloseable {

    private final Target target;
    private final Deque<Runnable> ends = new ArrayDeque<>();

    /**
     * Takes over what was started.
     *
     * @param ends what ends each part, in the order of their start
     */
    Server(Target target, List<Runnable> ends) {
        this.target = target;
        ends.forEach(this.ends::push);
    }

    Target target() {
        return target;
    }

    @Override
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
