package io.jmpi.daemon.ring;

import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.net.Network.Timer;

/** Clock and network of a member. */
public interface Surroundings {

    long nowMillis();

    /** Runs something later, in the one thread of the ring. */
    Timer schedule(long millis, Runnable task);

    /** Connects; whether that succeeds the listener hears, later and not before this returns. */
    Link connect(String address, int port, LinkListener listener);
}
