package io.jmpi.tcp;

import io.jmpi.os.FifoDoorbell;
import io.netty.channel.DefaultSelectStrategyFactory;
import io.netty.channel.IoEvent;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.Socket;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * epoll through Netty's {@link IoHandler}, driven by whoever has the engine's turn.
 *
 * <p>To Netty this is the executor that the handler belongs to, and every thread that calls is in it: calls come one after
 * another, which is all that Netty needs. {@link #sleep} runs the handler too, with events left where they are, so that it
 * touches nothing a thread with the turn may touch; epoll reports them again to the next {@link #poll}.
 */
final class EpollPoller extends Poller implements ThreadAwareExecutor, IoHandlerContext {

    private static final int EVENTS = 64;
    private static final int ACCEPTS = 16;
    private static final String OPEN_FILES = "/proc/self/fd";
    private static final int ADDRESS_BYTES = 26;

    private final IoHandler handler;
    private final FifoDoorbell bell;
    private Listener listener;
    private boolean sleeping;
    private long until;
    private Throwable thrown;

    /**
     * @param bell ends a sleep when it is rung
     * @throws UnsatisfiedLinkError where there is no epoll, or no native library for it
     * @throws IOException when the bell cannot be waited for
     */
    EpollPoller(FifoDoorbell bell) throws IOException {
        this.bell = bell;
        handler = EpollIoHandler.newFactory(EVENTS, DefaultSelectStrategyFactory.INSTANCE)
                .newHandler(this);
        handler.initialize();
        register(new Bell(new FileDescriptor(bell.descriptor()))).submit(EpollIoOps.EPOLLIN);
    }

    private IoRegistration register(EpollIoHandle handle) throws IOException {
        try {
            return handler.register(handle);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    void listen(Port port, Acceptor acceptor) throws IOException {
        listener = new Listener(port, acceptor);
        listener.registration = register(listener);
        listener.registration.submit(EpollIoOps.EPOLLIN);
    }

    /** The descriptor that the JDK does not tell: of the sockets that are open here, the one with the port's address. */
    private static Socket socketOf(Port port) throws IOException {
        String[] numbers = new File(OPEN_FILES).list();
        if (numbers != null) {
            for (String number : numbers) {
                Path open = Path.of(OPEN_FILES, number);
                if (Files.isSymbolicLink(open)
                        && Files.readSymbolicLink(open).toString().startsWith("socket:")) {
                    Socket socket = new Socket(Integer.parseInt(number));
                    InetSocketAddress address = socket.localAddress();
                    if (address != null && port.isAt(address)) {
                        return socket;
                    }
                }
            }
        }
        throw new IOException(OPEN_FILES + " does not show port " + port.number());
    }

    @Override
    void accepting(boolean on) {
        listener.registration.submit(on ? EpollIoOps.EPOLLIN : EpollIoOps.EPOLLERR);
    }

    @Override
    Flow connect(InetSocketAddress address, Watcher watcher) throws IOException {
        Socket socket = Socket.newSocketStream();
        EpollFlow flow = null;
        try {
            socket.connect(address);
            flow = flow(socket);
            flow.watcher(watcher);
            flow.watch(true);
            return flow;
        } finally {
            if (flow == null) {
                socket.close();
            }
        }
    }

    private EpollFlow flow(Socket socket) throws IOException {
        EpollFlow flow = new EpollFlow(socket, this);
        flow.registered(register(flow.handle()));
        return flow;
    }

    @Override
    int poll() {
        sleeping = false;
        int count = handler.run(this);
        if (thrown != null) {
            rethrow();
        }
        return count;
    }

    private void rethrow() {
        Throwable what = thrown;
        thrown = null;
        if (what instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) what;
    }

    @Override
    void sleep(long until) {
        this.until = until;
        sleeping = true;
        handler.run(this);
        sleeping = false;
    }

    @Override
    void close() {
        handler.prepareToDestroy();
        handler.destroy();
    }

    /** Calls a watcher, unless this is a sleep; keeps what it throws, which Netty would answer with a second's pause. */
    void ready(Watcher watcher, IoEvent event) {
        if (sleeping || watcher == null) {
            return;
        }
        try {
            watcher.onReady(isWritable(event));
        } catch (RuntimeException | Error e) {
            if (thrown == null) {
                thrown = e;
            }
        }
    }

    private static boolean isWritable(IoEvent event) {
        EpollIoOps ops = ((EpollIoEvent) event).ops();
        return ops != EpollIoOps.EPOLLIN && (ops.contains(EpollIoOps.EPOLLOUT) || ops.contains(EpollIoOps.EPOLLERR));
    }

    // what Netty asks of an executor and of its context

    @Override
    public boolean isExecutorThread(Thread thread) {
        return true;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public boolean canBlock() {
        return sleeping;
    }

    @Override
    public long deadlineNanos() {
        return until == Long.MAX_VALUE ? -1 : until;
    }

    @Override
    public long delayNanos(long now) {
        return until == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, until - now);
    }

    /** The bell among the sockets. Its descriptor belongs to the bell. */
    private final class Bell extends Handle {

        Bell(FileDescriptor descriptor) {
            super(descriptor);
        }

        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            try {
                bell.await(); // it has been rung, so this takes no time
            } catch (IOException e) {
                thrown = new UncheckedIOException("cannot read the doorbell", e);
            }
        }
    }

    private final class Listener extends Handle implements Watcher {

        private final Port port;
        private final Socket socket;
        private final Acceptor acceptor;
        private final byte[] address = new byte[ADDRESS_BYTES];
        private IoRegistration registration;

        Listener(Port port, Acceptor acceptor) throws IOException {
            this(port, socketOf(port), acceptor);
        }

        private Listener(Port port, Socket socket, Acceptor acceptor) {
            super(socket);
            this.port = port;
            this.socket = socket;
            this.acceptor = acceptor;
        }

        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            ready(this, event);
        }

        @Override
        public void onReady(boolean writable) {
            try {
                for (int i = 0; i < ACCEPTS; i++) {
                    int accepted = socket.accept(address);
                    if (accepted < 0) {
                        return;
                    }
                    acceptor.onAccepted(flow(new Socket(accepted)));
                }
            } catch (IOException e) {
                acceptor.onRefused(e);
            }
        }

        @Override
        public void close() {
            port.close();
        }
    }

    /** A descriptor that epoll watches. */
    abstract static class Handle implements EpollIoHandle {

        private final FileDescriptor descriptor;

        Handle(FileDescriptor descriptor) {
            this.descriptor = descriptor;
        }

        @Override
        public final FileDescriptor fd() {
            return descriptor;
        }

        @Override
        public void close() throws IOException {
            // not ours
        }
    }
}
