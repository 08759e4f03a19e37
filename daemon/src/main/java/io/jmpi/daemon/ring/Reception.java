package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.net.Door;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.net.Network.Timer;
import java.net.SocketAddress;

/** Asks those who come with the credential what they want, and sends them where they find it. */
final class Reception implements Door {

    private static final long HELLO_MILLIS = 10_000;

    /** Where visitors go; each returns who listens to the link from now on, or null after having refused. */
    interface House {

        LinkListener onMember(Link link, Hello hello);

        LinkListener onTool(Link link, Hello hello);

        LinkListener onJob(Link link, Hello hello);

        /** Somebody without credential was turned away. */
        void onStranger(SocketAddress from, String reason);
    }

    private final Surroundings surroundings;
    private final House house;

    Reception(Surroundings surroundings, House house) {
        this.surroundings = surroundings;
        this.house = house;
    }

    @Override
    public LinkListener onVisitor(Link link) {
        return new Visitor(link);
    }

    @Override
    public void onRefused(SocketAddress from, String reason) {
        house.onStranger(from, reason);
    }

    private final class Visitor implements LinkListener {

        private final Timer deadline;

        Visitor(Link link) {
            deadline = surroundings.schedule(HELLO_MILLIS, () -> link.close("no hello in time"));
        }

        @Override
        public void onFrame(Link link, Frame frame) {
            deadline.cancel();
            if (!frame.hasHello()) {
                Refusals.refuse(link, "the first frame has to be a hello");
                return;
            }
            Hello hello = frame.getHello();
            if (hello.getVersion() != Protocol.VERSION) {
                Refusals.refuse(link, Protocol.mismatch(hello.getVersion()));
                return;
            }
            LinkListener next = welcome(link, hello);
            if (next != null) {
                link.setListener(next);
            }
        }

        @Override
        public void onClosed(Link link, String reason) {
            deadline.cancel();
        }
    }

    private LinkListener welcome(Link link, Hello hello) {
        Purpose purpose = hello.getPurpose();
        switch (purpose) {
            case RING:
                return house.onMember(link, hello);
            case TOOL:
                return house.onTool(link, hello);
            case JOB:
                return house.onJob(link, hello);
            default:
                Refusals.refuse(link, "nobody comes here for that: " + purpose);
                return null;
        }
    }
}
