package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Token;
import java.util.HashMap;
import java.util.Map;

/** A token that goes from each member to its right neighbour, round the ring, as often as asked. */
final class RoundTrips implements PeerListener {

    private final Membership membership;
    private final Map<Long, Runnable> done = new HashMap<>();
    private long numbers;

    RoundTrips(Membership membership) {
        this.membership = membership;
        membership.peers().addListener(this);
    }

    /** Sends a token. One that is lost with a link never comes back: then nothing is heard. */
    void start(int loops, Runnable finished) {
        if (loops == 0 || membership.circle().right() == null) {
            finished.run();
            return;
        }
        done.put(++numbers, finished);
        pass(Token.newBuilder()
                .setOrigin(membership.self().id())
                .setNumber(numbers)
                .setLoops(loops)
                .build());
    }

    private void pass(Token token) {
        Member right = membership.circle().right();
        if (right != null) {
            membership
                    .peers()
                    .send(right.id(), Frame.newBuilder().setToken(token).build());
        }
    }

    @Override
    public void onFrame(String peer, Frame frame) {
        if (!frame.hasToken()) {
            return;
        }
        Token token = frame.getToken();
        if (!token.getOrigin().equals(membership.self().id())) {
            pass(token);
        } else if (token.getLoops() > 1) {
            pass(token.toBuilder().setLoops(token.getLoops() - 1).build());
        } else {
            Runnable finished = done.remove(token.getNumber());
            if (finished != null) {
                finished.run();
            }
        }
    }
}
