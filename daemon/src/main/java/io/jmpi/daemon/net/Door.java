package io.jmpi.daemon.net;

import java.net.SocketAddress;

/** Who hears of the connections that others make to a {@link Port}; called by the thread of the {@link Network} only. */
public interface Door {

    /** Somebody who has the credential has come; returns who listens to him. */
    LinkListener onVisitor(Link link);

    /**
     * Somebody was turned away before he had shown the credential.
     *
     * @param reason in words for the user
     */
    void onRefused(SocketAddress from, String reason);
}
