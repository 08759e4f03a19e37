package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.net.Network.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.StringJoiner;

/**
 * An attempt to connect to a daemon that may have several addresses: one after the other is tried, each without waiting
 * for the one before to be given up, and the first at which the right daemon says hello is taken. An address such as that
 * of a bridge may lead to another daemon, or to oneself. Hello is said on one link at a time: who hears it twice takes the
 * second link for one in the place of the first.
 */
final class Attempt {

    /** Who hears how it ends. */
    interface Outcome {

        /** Returns who listens to the link from now on. */
        LinkListener onConnected(Link link, Member peer);

        void onFailed(String reason);
    }

    private final Surroundings surroundings;
    private final RingTimes times;
    private final String wanted;
    private final List<String> addresses;
    private final int port;
    private final Hello hello;
    private final Outcome outcome;
    private final List<Link> trying = new ArrayList<>();
    private final Queue<Link> open = new ArrayDeque<>();
    private Link greeted;
    private final StringJoiner reasons = new StringJoiner("; ");
    private final Timer deadline;
    private Timer stagger = () -> {};
    private int next;
    private boolean over;

    /** @param wanted the id of the member that is to be there, null for anyone */
    Attempt(
            Surroundings surroundings,
            RingTimes times,
            String wanted,
            List<String> addresses,
            int port,
            Hello hello,
            Outcome outcome) {
        this.surroundings = surroundings;
        this.times = times;
        this.wanted = wanted;
        this.addresses = addresses;
        this.port = port;
        this.hello = hello;
        this.outcome = outcome;
        this.deadline =
                surroundings.schedule(times.attempt(), () -> fail("no hello within " + times.attempt() + " ms"));
        tryNext();
    }

    private void tryNext() {
        stagger.cancel();
        if (over) {
            return;
        }
        if (next == addresses.size()) {
            if (trying.isEmpty()) {
                // Not before the constructor is done.
                surroundings.schedule(0, () -> fail(null));
            }
            return;
        }
        String address = addresses.get(next++);
        trying.add(surroundings.connect(address, port, new Candidate(address)));
        stagger = surroundings.schedule(times.stagger(), this::tryNext);
    }

    private void fail(String reason) {
        if (over) {
            return;
        }
        if (reason != null) {
            reasons.add(reason);
        }
        end(null);
        outcome.onFailed(reasons.length() == 0 ? "it has no address" : reasons.toString());
    }

    /** Gives up without a word. */
    void cancel() {
        if (!over) {
            end(null);
        }
    }

    private void end(Link taken) {
        over = true;
        deadline.cancel();
        stagger.cancel();
        for (Link link : List.copyOf(trying)) {
            if (link != taken) {
                link.close();
            }
        }
    }

    private final class Candidate implements LinkListener {

        private final String address;

        Candidate(String address) {
            this.address = address;
        }

        @Override
        public void onOpen(Link link) {
            open.add(link);
            greetNext();
        }

        @Override
        public void onFrame(Link link, Frame frame) {
            if (over) {
                return;
            }
            if (frame.hasRefusal()) {
                link.close(frame.getRefusal().getReason());
            } else if (!frame.hasHello()) {
                link.close("it does not say hello");
            } else if (wanted != null && !frame.getHello().getSender().getId().equals(wanted)) {
                link.close("that is " + frame.getHello().getSender().getId());
            } else {
                end(link);
                link.setListener(
                        outcome.onConnected(link, Member.of(frame.getHello().getSender())));
            }
        }

        @Override
        public void onClosed(Link link, String reason) {
            trying.remove(link);
            open.remove(link);
            if (over) {
                return;
            }
            reasons.add(address + ":" + port + ": " + reason);
            if (link == greeted) {
                greeted = null;
                greetNext();
            }
            tryNext();
        }
    }

    private void greetNext() {
        if (!over && greeted == null && !open.isEmpty()) {
            greeted = open.remove();
            greeted.send(Frame.newBuilder().setHello(hello).build());
        }
    }

    static Hello hello(Purpose purpose, Member self) {
        return Hello.newBuilder()
                .setVersion(Protocol.VERSION)
                .setPurpose(purpose)
                .setSender(self.toMessage())
                .build();
    }
}
