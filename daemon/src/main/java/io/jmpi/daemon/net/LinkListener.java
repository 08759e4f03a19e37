package io.jmpi.daemon.net;

import io.jmpi.daemon.control.Frame;

/**
 * Who hears what happens on a link; called by the thread of the {@link Network} only. What these methods throw closes the
 * link.
 */
public interface LinkListener {

    /** The link can be used: over TLS, this side has seen that the other one has the credential. */
    default void onOpen(Link link) {}

    /** A frame has come. */
    void onFrame(Link link, Frame frame);

    /** There is room again, after {@link Link#send} has said that there was none. */
    default void onWritable(Link link) {}

    /**
     * The link is gone, or was never made; called once, and last.
     *
     * @param reason in words for the user, such as "connection refused"
     */
    void onClosed(Link link, String reason);
}
