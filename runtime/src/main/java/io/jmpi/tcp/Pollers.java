package io.jmpi.tcp;

import io.jmpi.os.Doorbell;
import io.jmpi.os.FifoDoorbell;
import java.io.IOException;

/** Chooses how sockets are polled: epoll where there is, else what the JDK has. */
final class Pollers {

    /** Netty's switch for memory access without {@code sun.misc.Unsafe}, of which newer JVMs warn. */
    private static final String NO_UNSAFE = "io.netty.noUnsafe";

    /** Netty's list of names of this Linux, which it would read from a file for libraries that we do not use. */
    private static final String OS_CLASSIFIERS = "io.netty.osClassifiers";

    private Pollers() {}

    static Poller choose(Doorbell bell) throws IOException {
        if (bell instanceof FifoDoorbell fifo) {
            setUnlessGiven(NO_UNSAFE, "true");
            setUnlessGiven(OS_CLASSIFIERS, "");
            Silence.begin();
            try {
                return new EpollPoller(fifo);
            } catch (LinkageError | IOException e) {
                // not on this system
            } finally {
                Silence.end();
            }
        }
        return new NioPoller(bell);
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
