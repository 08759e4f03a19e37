package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.PartEvent;
import io.jmpi.daemon.supervise.PartOrder;
import io.jmpi.job.Placement;
import io.jmpi.job.RankState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Nodes without processes: each rank has a script, and a player decides at random whose turn it is, a rank's next step or
 * a node's next order. So a head sees its events in any order in which a cluster could bring them.
 */
final class SimulatedNodes implements Nodes {

    /** What a rank does of itself. */
    enum Script {
        /** Is no MPI program, and does well. */
        PLAIN,
        /** Calls Init and Finalize. */
        GOOD,
        /** Is killed in between. */
        KILLED,
        /** Leaves with status 3 before Init. */
        FAILS_EARLY,
        /** Fails when nobody cares any more. */
        FAILS_LATE,
        ABORTS,
        /** Forgets Finalize. */
        FORGETS,
        /** Waits to be ended. */
        WAITS,
        /** The same, and does not hear SIGTERM. */
        DEAF;

        boolean endsJob() {
            return this == KILLED || this == FAILS_EARLY || this == ABORTS || this == FORGETS;
        }
    }

    private static final long PATIENCE_SECONDS = 20;

    private final Placement placement;
    private final List<List<Script>> scripts = new ArrayList<>();
    private final List<Deque<PartOrder>> orders = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private NodesListener listener;
    private boolean closed;

    /** @param scripts one for each rank */
    SimulatedNodes(Placement placement, List<Script> scripts) {
        this.placement = placement;
        for (int node = 0; node < placement.nodes(); node++) {
            orders.add(new ArrayDeque<>());
            nodes.add(new Node(node));
            this.scripts.add(new ArrayList<>());
        }
        for (int rank = 0; rank < placement.size(); rank++) {
            this.scripts.get(placement.node(rank)).add(scripts.get(rank));
        }
        for (Node node : nodes) {
            node.write();
        }
    }

    @Override
    public synchronized void start(JobSpec job, NodesListener eventListener) {
        listener = eventListener;
        notifyAll();
    }

    @Override
    public synchronized void order(int node, PartOrder order) {
        orders.get(node).add(order);
        notifyAll();
    }

    @Override
    public String host(int node) {
        return "n" + node;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Plays until the head lets go. */
    void play(Random random) throws InterruptedException {
        List<Node> ready = awaitReady();
        while (!ready.isEmpty()) {
            ready.get(random.nextInt(ready.size())).step(random);
            ready = awaitReady();
        }
    }

    /** A node is gone, with all it has not said. */
    void lose(int node) {
        nodes.get(node).events.clear();
        nodes.get(node).over = true;
        listener.onEvent(node, new PartEvent.Lost("pulled the plug"));
    }

    boolean hasStarted() {
        return listener != null;
    }

    private synchronized List<Node> awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            List<Node> ready = new ArrayList<>();
            for (Node node : nodes) {
                if (listener != null
                        && (node.hasEvent() || !orders.get(node.number).isEmpty())) {
                    ready.add(node);
                }
            }
            if (closed || !ready.isEmpty()) {
                return closed ? List.of() : ready;
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("the head neither orders nor ends");
            }
            wait(left);
        }
    }

    private synchronized PartOrder nextOrder(int node) {
        return orders.get(node).poll();
    }

    private final class Node {
        final int number;
        final List<Deque<PartEvent>> events = new ArrayList<>();
        final List<Boolean> running = new ArrayList<>();
        final List<RankState> states = new ArrayList<>();
        boolean over;

        Node(int number) {
            this.number = number;
        }

        void write() {
            events.add(new ArrayDeque<>(List.of(new PartEvent.Ready(1, "segment", 1))));
            for (int local = 0; local < placement.localSize(number); local++) {
                events.get(0).add(new PartEvent.Started(placement.rank(number, local), 1000 + local));
                running.add(true);
                states.add(RankState.STARTED);
            }
            for (int local = 0; local < placement.localSize(number); local++) {
                events.add(script(
                        placement.rank(number, local), scripts.get(number).get(local)));
            }
        }

        private Deque<PartEvent> script(int rank, Script script) {
            PartEvent init = new PartEvent.Advanced(rank, RankState.INITIALIZED);
            PartEvent last = new PartEvent.Advanced(rank, RankState.FINALIZED);
            return new ArrayDeque<>(
                    switch (script) {
                        case PLAIN -> List.of(ended(rank, 0, RankState.STARTED));
                        case GOOD -> List.of(init, last, ended(rank, 0, RankState.FINALIZED));
                        case KILLED -> List.of(init, ended(rank, 137, RankState.INITIALIZED));
                        case FAILS_EARLY -> List.of(ended(rank, 3, RankState.STARTED));
                        case FAILS_LATE -> List.of(init, last, ended(rank, 4, RankState.FINALIZED));
                        case ABORTS -> List.of(init, ended(rank, 9, RankState.ABORTED));
                        case FORGETS -> List.of(init, ended(rank, 0, RankState.INITIALIZED));
                        case WAITS, DEAF -> List.of(init);
                    });
        }

        private PartEvent ended(int rank, int status, RankState state) {
            return new PartEvent.Ended(rank, status, state, state == RankState.ABORTED ? status : 0);
        }

        boolean hasEvent() {
            return !over && events.stream().anyMatch(script -> !script.isEmpty());
        }

        void step(Random random) {
            PartOrder order = random.nextBoolean() || !hasEvent() ? nextOrder(number) : null;
            if (order != null) {
                obey(order);
            } else if (hasEvent()) {
                // The ranks start one after the other, then each goes its own way.
                List<Deque<PartEvent>> next = events.get(0).isEmpty()
                        ? events.stream().filter(script -> !script.isEmpty()).toList()
                        : events.subList(0, 1);
                tell(next.get(random.nextInt(next.size())).poll());
            }
        }

        private void tell(PartEvent event) {
            if (event instanceof PartEvent.Advanced advanced) {
                states.set(placement.localRank(advanced.rank()), advanced.state());
            } else if (event instanceof PartEvent.Ended ended) {
                running.set(placement.localRank(ended.rank()), false);
            }
            listener.onEvent(number, event);
            if (event instanceof PartEvent.Ended ended) {
                listener.onEvent(number, new PartEvent.OutputEnded(ended.rank()));
            }
        }

        private void obey(PartOrder order) {
            if (over) {
                return;
            }
            if (order instanceof PartOrder.Signal signal) {
                finishStart();
                for (int local = 0; local < running.size(); local++) {
                    boolean deaf = scripts.get(number).get(local) == Script.DEAF
                            && !signal.name().equals("KILL");
                    if (running.get(local) && !deaf) {
                        events.get(1 + local).clear();
                        int status = signal.name().equals("KILL") ? 137 : 143;
                        tell(ended(placement.rank(number, local), status, states.get(local)));
                    }
                }
            } else if (order instanceof PartOrder.Finish) {
                listener.onEvent(number, new PartEvent.Finished());
                over = true;
            }
        }

        /** A part obeys when it has started its ranks. */
        private void finishStart() {
            while (!events.get(0).isEmpty()) {
                tell(events.get(0).poll());
            }
        }
    }
}
