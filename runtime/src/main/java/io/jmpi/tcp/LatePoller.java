package io.jmpi.tcp;

import io.jmpi.os.Doorbell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/**
 * Puts off the choice of a poller, and the loading of Netty, which takes longer than all the rest of a rank's start: until
 * this rank calls somebody, sleeps, or has been waiting for a while.
 */
final class LatePoller extends Poller {

    /** The polls of a rank that waits for some microseconds. */
    private static final int EARLY_POLLS = 64;

    private final Doorbell bell;
    private Port port;
    private Acceptor acceptor;
    private Poller chosen;
    private int polls;

    LatePoller(Doorbell bell) {
        this.bell = bell;
    }

    @Override
    void listen(Port port, Acceptor acceptor) {
        this.port = port;
        this.acceptor = acceptor;
    }

    private Poller chosen() {
        if (chosen == null) {
            try {
                chosen = Pollers.choose(bell);
                chosen.listen(port, acceptor);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot wait for connections", e);
            }
        }
        return chosen;
    }

    @Override
    void accepting(boolean on) {
        chosen().accepting(on);
    }

    @Override
    Flow connect(InetSocketAddress address, Watcher watcher) throws IOException {
        return chosen().connect(address, watcher);
    }

    @Override
    int poll() {
        if (chosen == null && ++polls <= EARLY_POLLS) {
            return 0;
        }
        return chosen().poll();
    }

    @Override
    void sleep(long until) throws IOException {
        chosen().sleep(until);
    }

    @Override
    void close() {
        if (chosen != null) {
            chosen.close();
        } else if (port != null) {
            port.close();
        }
    }
}
