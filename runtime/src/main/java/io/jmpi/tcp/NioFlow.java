package io.jmpi.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** A connection through the JDK's channel, watched by a {@link NioPoller}. Options that the system lacks are left out. */
final class NioFlow extends Flow {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer[] pair = new ByteBuffer[2];

    NioFlow(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
        key.attach(this);
    }

    void ready() {
        int ops = key.readyOps();
        boolean writable = (ops & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT)) != 0;
        if (watcher() != null) {
            watcher().onReady(writable);
        }
    }

    private static ByteBuffer part(ByteBuffer buffer, int from, int to) {
        return buffer.duplicate().clear().limit(to).position(from);
    }

    @Override
    int read(ByteBuffer target, int from, int to) throws IOException {
        return channel.read(part(target, from, to));
    }

    @Override
    int write(ByteBuffer source, int from, int to) throws IOException {
        return channel.write(part(source, from, to));
    }

    @Override
    int write(ByteBuffer first, int from, int to, ByteBuffer second, int secondFrom, int secondTo) throws IOException {
        pair[0] = part(first, from, to);
        pair[1] = part(second, secondFrom, secondTo);
        int written = (int) channel.write(pair);
        pair[0] = null;
        pair[1] = null;
        return written;
    }

    @Override
    void noDelay(boolean on) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, on);
    }

    @Override
    void acknowledge() throws IOException {
        option(ExtendedSocketOptions.TCP_QUICKACK, true);
    }

    @Override
    void keepAlive(int seconds) throws IOException {
        int interval = KeepAlive.interval(seconds);
        option(ExtendedSocketOptions.TCP_KEEPIDLE, interval);
        option(ExtendedSocketOptions.TCP_KEEPINTERVAL, interval);
        option(ExtendedSocketOptions.TCP_KEEPCOUNT, KeepAlive.probes(seconds));
        option(StandardSocketOptions.SO_KEEPALIVE, true);
    }

    @Override
    void giveUpAfter(int seconds) throws IOException {
        keepAlive(seconds);
    }

    private <T> void option(SocketOption<T> option, T value) throws IOException {
        if (channel.supportedOptions().contains(option)) {
            channel.setOption(option, value);
        }
    }

    @Override
    void watch(boolean writes) {
        key.interestOps(writes ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    @Override
    boolean finishConnect() throws IOException {
        return channel.finishConnect();
    }

    @Override
    InetSocketAddress remote() {
        try {
            return (InetSocketAddress) channel.getRemoteAddress();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the descriptor is gone all the same
        }
    }
}
