package io.jmpi.daemon.net;

import io.jmpi.daemon.control.Frame;
import java.net.InetSocketAddress;

/**
 * A framed connection to another process. Frames arrive whole, in order, or the link closes. Any thread may call; the
 * {@link LinkListener} hears of everything in the thread of the {@link Network}.
 */
public interface Link {

    /** How the reason begins for which a link is closed whose other side was not heard of for too long. */
    String SILENT = "silent for ";

    /**
     * Sends a frame, once the link is open, or drops it silently when it is closed already.
     *
     * @return whether there is room for more. If not, this frame is queued all the same; a sender with more of that kind
     *     waits for {@link LinkListener#onWritable}
     * @throws IllegalArgumentException if the frame is too large
     */
    boolean send(Frame frame);

    /**
     * Stops or goes on reading, so that the other side feels the back-pressure. A few frames that have been read already
     * may still come.
     */
    void setReading(boolean reading);

    /**
     * From now on says at least once in each interval that this side lives, to which the other one answers, and closes the
     * link when nothing was heard from the other one for too long, for a reason that begins with {@link #SILENT}. While
     * this side does not read it does not judge.
     */
    void keepAlive(long intervalMillis, long silenceMillis);

    /** From now on another one listens; for the thread of the network. */
    void setListener(LinkListener listener);

    /** The other side's address, null for a socket of this machine. */
    InetSocketAddress remoteAddress();

    /** The address of this side's end, null for a socket of this machine. */
    InetSocketAddress localAddress();

    /** Closes the link after what was sent. The listener hears of it. */
    void close();

    /**
     * Closes the link for a reason that the listener is told.
     *
     * @param reason in words for the user
     */
    void close(String reason);
}
