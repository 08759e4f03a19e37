package io.jmpi.daemon.net;

import io.jmpi.daemon.control.Frame;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An address at which connections are accepted, and what has been accepted but has not yet shown the credential. Of those
 * there may be few: when there are more, the oldest goes, since an honest one is done within a moment.
 */
public final class Port implements LinkListener, AutoCloseable {

    private static final int MOST_UNKNOWN = 128;

    private final Door door;
    private final Set<Link> unknown = new LinkedHashSet<>();
    private Channel channel;

    Port(Door door) {
        this.door = door;
    }

    void setChannel(Channel channel) {
        this.channel = channel;
    }

    /** The address that is listened on, null for a socket of this machine. */
    public InetSocketAddress address() {
        return channel.localAddress() instanceof InetSocketAddress address ? address : null;
    }

    void onAccepted(Link link) {
        unknown.add(link);
        if (unknown.size() > MOST_UNKNOWN) {
            Iterator<Link> oldest = unknown.iterator();
            Link dropped = oldest.next();
            oldest.remove();
            dropped.close("dropped, since " + MOST_UNKNOWN + " others are waiting to show a credential");
        }
    }

    @Override
    public void onOpen(Link link) {
        unknown.remove(link);
        LinkListener listener = door.onVisitor(link);
        link.setListener(listener);
        listener.onOpen(link);
    }

    @Override
    public void onFrame(Link link, Frame frame) {
        throw new IllegalStateException("a frame before the link was open");
    }

    @Override
    public void onClosed(Link link, String reason) {
        unknown.remove(link);
        door.onRefused(link.remoteAddress(), reason);
    }

    /** Stops listening; links stay. */
    @Override
    public void close() {
        channel.close();
    }
}
