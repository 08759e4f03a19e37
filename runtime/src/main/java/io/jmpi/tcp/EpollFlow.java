package io.jmpi.tcp;

import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.Buffer;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A connection through Netty's socket, watched by an {@link EpollPoller}. */
final class EpollFlow extends Flow {

    private static final int IPPROTO_TCP = 6;
    private static final int TCP_KEEPIDLE = 4;
    private static final int TCP_KEEPINTVL = 5;
    private static final int TCP_KEEPCNT = 6;
    private static final int TCP_QUICKACK = 12;
    private static final int TCP_USER_TIMEOUT = 18;
    private static final int MILLIS = 1000;

    private static final EpollIoOps READ = EpollIoOps.EPOLLIN;
    private static final EpollIoOps READ_AND_WRITE = EpollIoOps.EPOLLIN.with(EpollIoOps.EPOLLOUT);

    /** Two entries of the system's vector: address and length, 8 bytes each. */
    private static final int VECTOR_BYTES = 2 * 2 * Long.BYTES;

    private final Socket socket;
    private final EpollPoller.Handle handle;
    private IoRegistration registration;
    private EpollIoOps interest;
    private ByteBuffer vector;

    EpollFlow(Socket socket, EpollPoller poller) {
        this.socket = socket;
        this.handle = new EpollPoller.Handle(socket) {
            @Override
            public void handle(IoRegistration registration, IoEvent event) {
                poller.ready(watcher(), event);
            }
        };
    }

    EpollPoller.Handle handle() {
        return handle;
    }

    void registered(IoRegistration registration) {
        this.registration = registration;
        watch(false);
    }

    @Override
    int read(ByteBuffer target, int from, int to) throws IOException {
        return socket.recv(target, from, to);
    }

    @Override
    int write(ByteBuffer source, int from, int to) throws IOException {
        return socket.send(source, from, to);
    }

    @Override
    int write(ByteBuffer first, int from, int to, ByteBuffer second, int secondFrom, int secondTo) throws IOException {
        if (vector == null) {
            vector = ByteBuffer.allocateDirect(VECTOR_BYTES).order(ByteOrder.nativeOrder());
        }
        vector.putLong(0, Buffer.memoryAddress(first) + from);
        vector.putLong(8, to - from);
        vector.putLong(16, Buffer.memoryAddress(second) + secondFrom);
        vector.putLong(24, secondTo - secondFrom);
        return (int) socket.writevAddresses(Buffer.memoryAddress(vector), 2);
    }

    @Override
    void noDelay(boolean on) throws IOException {
        socket.setTcpNoDelay(on);
    }

    @Override
    void acknowledge() throws IOException {
        socket.setIntOpt(IPPROTO_TCP, TCP_QUICKACK, 1);
    }

    @Override
    void keepAlive(int seconds) throws IOException {
        int interval = KeepAlive.interval(seconds);
        socket.setIntOpt(IPPROTO_TCP, TCP_KEEPIDLE, interval);
        socket.setIntOpt(IPPROTO_TCP, TCP_KEEPINTVL, interval);
        socket.setIntOpt(IPPROTO_TCP, TCP_KEEPCNT, KeepAlive.probes(seconds));
        socket.setKeepAlive(true);
    }

    @Override
    void giveUpAfter(int seconds) throws IOException {
        keepAlive(seconds);
        socket.setIntOpt(IPPROTO_TCP, TCP_USER_TIMEOUT, seconds * MILLIS);
    }

    @Override
    void watch(boolean writes) {
        EpollIoOps wanted = writes ? READ_AND_WRITE : READ;
        if (interest != wanted) {
            interest = wanted;
            registration.submit(wanted);
        }
    }

    @Override
    boolean finishConnect() throws IOException {
        return socket.finishConnect();
    }

    @Override
    InetSocketAddress remote() {
        return socket.remoteAddress();
    }

    @Override
    void close() {
        registration.cancel();
        try {
            socket.close();
        } catch (IOException e) {
            // the descriptor is gone all the same
        }
    }
}
