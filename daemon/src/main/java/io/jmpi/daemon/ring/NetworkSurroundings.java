package io.jmpi.daemon.ring;

import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.net.Network;
import io.jmpi.daemon.net.Network.Timer;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The real clock and the real network. */
public final class NetworkSurroundings implements Surroundings {

    private final Network network;
    private final SSLContext tls;

    public NetworkSurroundings(Network network, SSLContext tls) {
        this.network = network;
        this.tls = tls;
    }

    @Override
    public long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public Timer schedule(long millis, Runnable task) {
        return network.schedule(millis, task);
    }

    @Override
    public Link connect(String address, int port, LinkListener listener) {
        return network.connect(new InetSocketAddress(address, port), tls, listener);
    }
}
