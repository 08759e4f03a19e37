package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Member.State;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.net.Network.Timer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Daemons, their clock and their network, in one thread and without waiting. Processes can be killed, stopped and resumed,
 * the network cut in two; what is under way on a link that breaks is lost or not, as chance will have it.
 */
final class SimulatedWorld {

    static final RingTimes TIMES = RingTimes.withHeartbeat(1000);

    private static final long LONGEST_LATENCY = 4;
    private static final long REFUSAL = 1;
    private static final long INTERVAL = 100;

    /** A connection may take long, as on a host that is busy. */
    private static final int SLOW_ONCE = 20;

    private static final int SLOWEST = 2500;
    private static final long CONNECT_TIMEOUT = 5000;

    final Random random;
    final List<SimulatedDaemon> daemons = new ArrayList<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong((Event event) -> event.time).thenComparingLong(event -> event.number));
    private long now = 1_000_000;
    private long numbers;

    SimulatedWorld(long seed) {
        random = new Random(seed);
    }

    /** Something that happens at a time, to a process if it is not null. */
    private static final class Event {

        private final long time;
        private final long number;
        private final SimulatedDaemon process;
        private final Runnable action;
        private boolean cancelled;

        Event(long time, long number, SimulatedDaemon process, Runnable action) {
            this.time = time;
            this.number = number;
            this.process = process;
            this.action = action;
        }
    }

    long now() {
        return now;
    }

    /** A process hears of things while it runs; while it is stopped they wait. */
    Timer at(long time, SimulatedDaemon process, Runnable action) {
        Event event = new Event(time, numbers++, process, action);
        events.add(event);
        return () -> event.cancelled = true;
    }

    long latency() {
        return 1 + random.nextInt((int) LONGEST_LATENCY);
    }

    /** Lets time pass. */
    void run(long millis) {
        long end = now + millis;
        runUntil(() -> false, end);
        now = end;
    }

    /** Lets time pass until something is so; says whether it is. */
    boolean runUntil(BooleanSupplier condition, long end) {
        while (!condition.getAsBoolean()) {
            Event event = events.peek();
            if (event == null || event.time > end) {
                return false;
            }
            events.remove();
            now = Math.max(now, event.time);
            if (event.cancelled) {
                continue;
            }
            if (event.process == null) {
                event.action.run();
            } else if (event.process.isStopped()) {
                event.process.later(event.action);
            } else if (event.process.isRunning()) {
                event.action.run();
            }
        }
        return true;
    }

    SimulatedDaemon add() {
        return add("host" + daemons.size());
    }

    SimulatedDaemon add(String host) {
        SimulatedDaemon daemon = new SimulatedDaemon(this, host, 1 + daemons.size());
        daemons.add(daemon);
        return daemon;
    }

    SimulatedDaemon at(String address, int port) {
        for (int i = daemons.size() - 1; i >= 0; i--) {
            SimulatedDaemon daemon = daemons.get(i);
            if (daemon.port() == port && address.startsWith(daemon.host())) {
                return daemon;
            }
        }
        return null;
    }

    SimulatedLink connect(SimulatedDaemon from, String address, int port, LinkListener listener) {
        SimulatedDaemon to = at(address, port);
        SimulatedLink near = new SimulatedLink(this, from, to);
        near.setListener(listener);
        if (to == null || to.isDead()) {
            at(now + REFUSAL, from, () -> near.breakNow("connection refused"));
        } else if (isCut(from, to)) {
            at(now + CONNECT_TIMEOUT, from, () -> near.breakNow("no answer to the attempt to connect"));
        } else {
            SimulatedLink far = new SimulatedLink(this, to, from);
            near.joinTo(far);
            long arrival = now + latency() + (random.nextInt(SLOW_ONCE) == 0 ? random.nextInt(SLOWEST) : 0);
            at(arrival, to, () -> {
                if (far.isOver()) {
                    return;
                }
                far.setListener(to.visitor(far));
                far.open();
            });
            at(arrival + latency(), from, near::open);
        }
        return near;
    }

    boolean isCut(SimulatedDaemon one, SimulatedDaemon other) {
        return one.side() != other.side();
    }

    /** The daemons that run, whether in one ring or not. */
    List<SimulatedDaemon> running() {
        List<SimulatedDaemon> running = new ArrayList<>();
        for (SimulatedDaemon daemon : daemons) {
            if (daemon.isRunning()) {
                running.add(daemon);
            }
        }
        return running;
    }

    /** The daemons that run and are in a ring to stay. */
    List<SimulatedDaemon> joined() {
        List<SimulatedDaemon> joined = running();
        joined.removeIf(daemon ->
                !daemon.node().membership().isJoined() || daemon.node().self().state() == State.LEFT);
        return joined;
    }

    /** Lets time pass until all daemons that run are one ring again. */
    void awaitOneRing(long patience) {
        long end = now + patience;
        while (!isOneRing(0)) {
            if (now > end) {
                throw new AssertionError(views());
            }
            run(INTERVAL);
        }
    }

    /** Whether the running daemons of one side of the network are one ring: all agree, and neighbours have links. */
    boolean isOneRing(int side) {
        List<Member> expected = new ArrayList<>();
        for (SimulatedDaemon daemon : running()) {
            if (daemon.side() == side) {
                expected.add(daemon.node().self());
            }
        }
        expected.sort(null);
        for (SimulatedDaemon daemon : running()) {
            if (daemon.side() == side && !agrees(daemon, expected)) {
                return false;
            }
        }
        return true;
    }

    private static boolean agrees(SimulatedDaemon daemon, List<Member> expected) {
        List<Member> members = new ArrayList<>(daemon.node().members());
        if (members.size() != expected.size()) {
            return false;
        }
        members.sort(null);
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            boolean alive = member.state() == State.ALIVE;
            if (!alive
                    || !member.id().equals(expected.get(i).id())
                    || member.instance() != expected.get(i).instance()) {
                return false;
            }
        }
        Circle circle = daemon.node().membership().circle();
        return circle.right() == null
                || daemon.node().membership().peers().isUp(circle.right().id())
                        && daemon.node().membership().peers().isUp(circle.left().id());
    }

    /** What each daemon believes, for the message of a failing test. */
    String views() {
        StringBuilder text = new StringBuilder("at ").append(now);
        for (SimulatedDaemon daemon : daemons) {
            text.append('\n').append(daemon.inWords());
        }
        return text.toString();
    }
}
