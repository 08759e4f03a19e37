package io.jmpi.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

/** Where a rank is called. The system keeps who knocks until a {@link Poller} looks. */
final class Port implements AutoCloseable {

    private static final int BACKLOG = 4096;

    private final ServerSocketChannel channel;

    private Port(ServerSocketChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException also when the address is in use */
    static Port open(InetSocketAddress address) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        boolean open = false;
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
            channel.configureBlocking(false);
            open = true;
            return new Port(channel);
        } finally {
            if (!open) {
                channel.close();
            }
        }
    }

    int number() {
        return channel.socket().getLocalPort();
    }

    boolean isAt(InetSocketAddress address) {
        InetAddress own = channel.socket().getInetAddress();
        boolean same =
                own.isAnyLocalAddress() ? address.getAddress().isAnyLocalAddress() : own.equals(address.getAddress());
        return same && address.getPort() == number();
    }

    ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the descriptor is gone all the same
        }
    }
}
