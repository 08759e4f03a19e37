package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Refusal;
import io.jmpi.daemon.net.Link;

/** Turns somebody away, and tells him why. */
final class Refusals {

    private Refusals() {}

    static void refuse(Link link, String reason) {
        link.send(Frame.newBuilder()
                .setRefusal(Refusal.newBuilder().setReason(reason))
                .build());
        link.close("refused: " + reason);
    }
}
