package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Member.State;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.net.Network.Timer;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The process of a daemon in a simulated world: a real member in simulated surroundings. */
final class SimulatedDaemon implements Surroundings, RingNode.Observer {

    /** What a process can be. */
    private enum Life {
        RUNNING,
        STOPPED,
        DEAD
    }

    /** Each host has two addresses. */
    static final String OTHER_ADDRESS = "-b";

    private final SimulatedWorld world;
    private final String host;
    private final int port;
    private final RingNode node;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    final List<SimulatedLink> links = new ArrayList<>();
    private Life life = Life.RUNNING;
    private int side;

    SimulatedDaemon(SimulatedWorld world, String host, int port) {
        this.world = world;
        this.host = host;
        this.port = port;
        Member self = Member.starting(
                host, port, 0, List.of(host, host + OTHER_ADDRESS), 1, world.now(), world.random.nextLong());
        node = new RingNode(self, this, SimulatedWorld.TIMES, this);
    }

    RingNode node() {
        return node;
    }

    String id() {
        return node.self().id();
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** The part of the network that it is in while that is cut in two. */
    int side() {
        return side;
    }

    void setSide(int side) {
        this.side = side;
    }

    boolean isRunning() {
        return life == Life.RUNNING;
    }

    boolean isStopped() {
        return life == Life.STOPPED;
    }

    boolean isDead() {
        return life == Life.DEAD;
    }

    void begin() {
        node.membership().begin();
    }

    /** Joins the ring of another one, and tries again when that fails. */
    void join(SimulatedDaemon entry) {
        node.membership().join(entry.node().self().addresses(), entry.port, failure -> {
            if (failure != null) {
                log.add(world.now() + " cannot join: " + failure);
                schedule(1000, () -> join(entry.isDead() ? world.joined().get(0) : entry));
            }
        });
    }

    void kill() {
        life = Life.DEAD;
        List.copyOf(links).forEach(SimulatedLink::endpointDied);
    }

    /** A new process in the place of this one, which is dead. */
    SimulatedDaemon restart() {
        SimulatedDaemon again = new SimulatedDaemon(world, host, port);
        again.side = side;
        world.daemons.set(world.daemons.indexOf(this), again);
        return again;
    }

    void stop() {
        if (life == Life.RUNNING) {
            life = Life.STOPPED;
        }
    }

    void resume() {
        if (life == Life.STOPPED) {
            life = Life.RUNNING;
            while (!waiting.isEmpty() && life == Life.RUNNING) {
                waiting.remove().run();
            }
        }
    }

    void later(Runnable action) {
        waiting.add(action);
    }

    LinkListener visitor(Link link) {
        return node.door().onVisitor(link);
    }

    @Override
    public long nowMillis() {
        return world.now();
    }

    @Override
    public Timer schedule(long millis, Runnable task) {
        return world.at(world.now() + millis, this, task);
    }

    @Override
    public Link connect(String address, int to, LinkListener listener) {
        return world.connect(this, address, to, listener);
    }

    @Override
    public void onLog(String line) {
        log.add(world.now() + " " + line);
    }

    @Override
    public void onStranger(SocketAddress from, String reason) {
        throw new AssertionError("nobody is strange here");
    }

    @Override
    public void onEnd() {
        kill();
    }

    String inWords() {
        StringBuilder text = new StringBuilder(id() + " " + life + " side " + side + " sees");
        for (Member member : node.membership().members()) {
            text.append(' ').append(member.id()).append('/').append(member.incarnation());
            text.append(member.state() == State.ALIVE ? "" : member.state());
        }
        text.append(", up ").append(node.membership().peers().up());
        for (String line : log) {
            text.append("\n    ").append(line);
        }
        return text.toString();
    }
}
