package io.jmpi.daemon.job;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;

/** One end of a link from a daemon to itself, so that a part beside the launcher's daemon is like any other. */
final class MemoryLink implements Link {

    private final Executor network;
    private LinkListener listener;
    private MemoryLink other;
    private boolean closed;

    private MemoryLink(Executor network, LinkListener listener) {
        this.network = network;
        this.listener = listener;
    }

    /**
     * Makes a link, both ends of which hear of it later.
     *
     * @param network its thread calls both listeners
     */
    static void connect(Executor network, LinkListener one, LinkListener another) {
        MemoryLink end = new MemoryLink(network, one);
        end.other = new MemoryLink(network, another);
        end.other.other = end;
        network.execute(() -> {
            end.other.listener.onOpen(end.other);
            end.listener.onOpen(end);
        });
    }

    @Override
    public boolean send(Frame frame) {
        network.execute(() -> {
            if (!closed) {
                other.listener.onFrame(other, frame);
            }
        });
        return true;
    }

    @Override
    public void setReading(boolean reading) {
        throw new UnsupportedOperationException("what goes through a link of a job is bounded at its ends");
    }

    /** There is no network in between that could be cut. */
    @Override
    public void keepAlive(long intervalMillis, long silenceMillis) {}

    @Override
    public void setListener(LinkListener next) {
        listener = next;
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return null;
    }

    @Override
    public InetSocketAddress localAddress() {
        return null;
    }

    @Override
    public void close() {
        close("closed by the other side");
    }

    @Override
    public void close(String reason) {
        network.execute(() -> {
            if (!closed) {
                closed = true;
                other.closed = true;
                other.listener.onClosed(other, reason);
                listener.onClosed(this, reason);
            }
        });
    }
}
