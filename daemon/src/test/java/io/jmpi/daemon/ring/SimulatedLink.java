package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;

/** One side of a link in a simulated world. */
final class SimulatedLink implements Link {

    private final SimulatedWorld world;
    private final SimulatedDaemon owner;
    private final SimulatedDaemon peer;
    private final Queue<Frame> sentBeforeOpen = new ArrayDeque<>();
    private SimulatedLink far;
    private LinkListener listener;
    private boolean open;
    private boolean over;
    private boolean watched;
    private long lastArrival;
    private long lastHeard;
    private long lastTick;
    private long broken = Long.MAX_VALUE;

    SimulatedLink(SimulatedWorld world, SimulatedDaemon owner, SimulatedDaemon peer) {
        this.world = world;
        this.owner = owner;
        this.peer = peer;
        owner.links.add(this);
    }

    boolean isOver() {
        return over;
    }

    void joinTo(SimulatedLink other) {
        far = other;
        other.far = this;
    }

    void open() {
        if (over) {
            return;
        }
        if (far.over) {
            breakNow("closed by the other side");
            return;
        }
        open = true;
        listener.onOpen(this);
        while (!sentBeforeOpen.isEmpty()) {
            send(sentBeforeOpen.remove());
        }
    }

    @Override
    public boolean send(Frame frame) {
        if (over) {
            return true;
        }
        if (!open) {
            sentBeforeOpen.add(frame);
            return true;
        }
        lastArrival = Math.max(lastArrival, world.now() + world.latency());
        deliver(frame, lastArrival);
        return true;
    }

    /** While the network is cut what was sent waits, and comes late if that heals in time. */
    private void deliver(Frame frame, long time) {
        SimulatedLink to = far;
        if (peer.isDead()) {
            hearOfEnd(time);
            return;
        }
        world.at(time, peer, () -> {
            if (to.over || time > broken) {
                return;
            }
            if (world.isCut(owner, peer)) {
                lastArrival = Math.max(lastArrival, world.now() + 50);
                deliver(frame, lastArrival);
                return;
            }
            to.listener.onFrame(to, frame);
        });
    }

    @Override
    public void setReading(boolean reading) {}

    @Override
    public void keepAlive(long interval, long silence) {
        if (!watched && !over) {
            watched = true;
            lastHeard = world.now();
            lastTick = world.now();
            world.at(world.now() + interval, owner, () -> tick(interval, silence));
        }
    }

    private void tick(long interval, long silence) {
        if (over) {
            return;
        }
        boolean wasAsleep = world.now() - lastTick > 2 * interval;
        lastTick = world.now();
        if (wasAsleep || peer.isRunning() && !world.isCut(owner, peer)) {
            lastHeard = world.now();
        }
        if (world.now() - lastHeard > silence) {
            close(SILENT + silence + " ms");
        } else {
            world.at(world.now() + interval, owner, () -> tick(interval, silence));
        }
    }

    @Override
    public void setListener(LinkListener listener) {
        this.listener = listener;
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
        close("closed by this side");
    }

    @Override
    public void close(String reason) {
        world.at(world.now(), owner, () -> {
            if (!over) {
                breakNow(reason);
                if (far != null) {
                    far.hearOfEnd(Math.max(lastArrival, world.now() + world.latency()));
                }
            }
        });
    }

    /** The other side's end arrives, once the network lets it. */
    private void hearOfEnd(long time) {
        world.at(time, owner, () -> {
            if (over) {
                return;
            }
            if (world.isCut(owner, peer)) {
                hearOfEnd(world.now() + 50);
            } else {
                breakNow("closed by the other side");
            }
        });
    }

    /** The process at this end is gone: what it sent last may be lost. */
    void endpointDied() {
        over = true;
        if (far != null && !far.over) {
            broken = world.now() + world.random.nextInt(6);
            far.hearOfEnd(Math.max(world.now() + 1, Math.min(broken, lastArrival)));
        }
    }

    void breakNow(String reason) {
        if (!over) {
            over = true;
            owner.links.remove(this);
            if (listener != null) {
                listener.onClosed(this, reason);
            }
        }
    }
}
