package io.jmpi.tcp;

import io.jmpi.os.Doorbell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;

/** The JDK's selector, for systems without epoll. The bell needs a thread of its own there, from the first sleep on. */
final class NioPoller extends Poller {

    private static final int ACCEPTS = 16;

    private final Selector selector;
    private final Doorbell bell;
    private BellListener listening;
    private SelectionKey acceptKey;
    private Acceptor acceptor;

    NioPoller(Doorbell bell) throws IOException {
        this.bell = bell;
        this.selector = Selector.open();
    }

    @Override
    void listen(Port port, Acceptor acceptor) throws IOException {
        this.acceptor = acceptor;
        acceptKey = port.channel().register(selector, SelectionKey.OP_ACCEPT);
    }

    @Override
    void accepting(boolean on) {
        acceptKey.interestOps(on ? SelectionKey.OP_ACCEPT : 0);
    }

    @Override
    Flow connect(InetSocketAddress address, Watcher watcher) throws IOException {
        SocketChannel channel = SocketChannel.open();
        boolean begun = false;
        try {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, 0);
            channel.connect(address);
            NioFlow flow = new NioFlow(channel, key);
            flow.watcher(watcher);
            key.interestOps(SelectionKey.OP_CONNECT);
            begun = true;
            return flow;
        } finally {
            if (!begun) {
                channel.close();
            }
        }
    }

    @Override
    int poll() {
        try {
            selector.selectNow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot poll", e);
        }
        int count = 0;
        Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
        while (keys.hasNext()) {
            SelectionKey key = keys.next();
            keys.remove();
            if (!key.isValid()) {
                continue;
            }
            count++;
            if (key == acceptKey) {
                accept();
            } else {
                ((NioFlow) key.attachment()).ready();
            }
        }
        return count;
    }

    private void accept() {
        try {
            for (int i = 0; i < ACCEPTS; i++) {
                SocketChannel channel = ((ServerSocketChannel) acceptKey.channel()).accept();
                if (channel == null) {
                    return;
                }
                channel.configureBlocking(false);
                acceptor.onAccepted(new NioFlow(channel, channel.register(selector, SelectionKey.OP_READ)));
            }
        } catch (IOException e) {
            acceptor.onRefused(e);
        }
    }

    @Override
    void sleep(long until) throws IOException {
        if (listening == null) {
            listening = new BellListener(bell, selector);
            listening.start();
        }
        if (until == Long.MAX_VALUE) {
            selector.select();
        } else {
            selector.select(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
    }

    @Override
    void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            // the descriptors are gone all the same
        }
    }

    /** Ends the selector's sleep when the bell rings. */
    private static final class BellListener extends Thread {

        private final Doorbell bell;
        private final Selector selector;

        BellListener(Doorbell bell, Selector selector) {
            super(null, null, "jmpi-bell", 0, false);
            this.bell = bell;
            this.selector = selector;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (selector.isOpen()) {
                    bell.await();
                    selector.wakeup();
                }
            } catch (IOException e) {
                // the job is over
            }
        }
    }
}
