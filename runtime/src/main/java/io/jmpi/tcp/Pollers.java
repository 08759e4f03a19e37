package io.jmpi.tcp;

import io.jmpi.os.Doorbell;
import io.jmpi.os.FifoDoorbell;
import java.io.IOException;

/** Chooses how sockets are polled: epoll where there is, else what the JDK has. */
final class Pollers {

    /** Netty's switch for memory access without {@code sun.misc.Unsafe}, of which newer JVMs warn. */
    private static final String NO_UNSAFE = "io.netty.noUnsafe";

    private Pollers() {}

    static Poller open(Doorbell bell) throws IOException {
        if (bell instanceof FifoDoorbell fifo) {
            if (System.getProperty(NO_UNSAFE) == null) {
                System.setProperty(NO_UNSAFE, "true");
            }
            try {
                return new EpollPoller(fifo);
            } catch (LinkageError | IOException e) {
                // not on this system
            }
        }
        return new NioPoller(bell);
    }
}
