package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.net.Link;

/** Who hears of the links to other members. */
interface PeerListener {

    /**
     * A link has come up, be it the only one or not. What was sent on another one may be lost with that.
     *
     * @param peer the other side as it sees itself
     */
    default void onUp(Member peer, Link link) {}

    /** A frame has come, perhaps for another listener. */
    void onFrame(String peer, Frame frame);

    /**
     * There is no link any more.
     *
     * @param silent whether that is because nothing was heard of the other side
     */
    default void onDown(String peer, boolean silent) {}

    /** An attempt to connect has failed, or another member lives there. */
    default void onUnreachable(String peer, String reason) {}
}
