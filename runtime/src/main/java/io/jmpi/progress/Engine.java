package io.jmpi.progress;

import io.jmpi.data.Haul;
import io.jmpi.data.UserMemory;
import io.jmpi.job.JobSegment;
import io.jmpi.job.Placement;
import io.jmpi.match.UnexpectedMessage;
import io.jmpi.shm.RingInbox;
import io.jmpi.shm.RingOutbox;
import io.jmpi.transport.Network;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Drives all communication of this rank.
 *
 * <p>Every method but {@link #enter} must be called between {@link #enter} and {@link #exit}. At the thread levels below
 * MULTIPLE the two cost nothing, and the program sees to it that one thread at a time makes MPI calls.
 */
public final class Engine {

    /** Receives that are kept to be used again: memory that is new to a JVM costs more than the message, if that is short. */
    private static final int SPARES = 256;

    /** Polls of the ring that last brought something, before the others get their turn. */
    private static final int STREAK = 16;

    /** Rings looked at in one pass while spinning; the passes go round. */
    private static final int SPINNING_SWEEP = 8;

    /** Passes that brought something from this node, before other nodes get their turn. */
    private static final int LOCAL_PASSES = 16;

    private final Placement placement;
    private final boolean crowded;
    private final boolean multiple;
    private final Network network;
    private final Haul haul;
    private final Peer[] locals;
    private final Backlog backlog;
    private final Protocol protocol;
    private final Turns turns;

    private final int ringsPerPass;
    private final Practice practice;
    private final ReceiveOperation[] spares;
    private int spareCount;
    private int sends;
    private int moves;

    private final JobSegment segment;
    private final boolean alsoHere;

    /** What a rank waits for beside messages, or null. */
    private Watch watched;

    private int hot;
    private int streak;
    private int sweepFrom;
    private int localPasses;
    private int blindSends;

    /** What is to go on after polling, null before there ever was any. */
    private ArrayDeque<Runnable> due;

    /**
     * @param segment the job's rings and table
     * @param self this rank in the job
     * @param multiple whether several threads may be inside MPI at once
     * @param network the ways to other nodes, null if there are none
     * @param alsoHere whether other ranks of this node are reached through the network too
     */
    public Engine(JobSegment segment, int self, boolean multiple, Network network, boolean alsoHere) {
        this.network = network;
        this.multiple = multiple;
        this.segment = segment;
        this.alsoHere = alsoHere;
        crowded = segment.isCrowded();
        haul = crowded ? null : new Haul();
        placement = segment.placement();
        int size = placement.size();
        int localRank = placement.localRank(self);
        Peer[] peers = new Peer[size];
        locals = new Peer[alsoHere ? 1 : segment.localSize()];
        backlog = new Backlog(size);
        Slots<SendOperation> sends = new Slots<>();
        int count = 0;
        for (int rank = 0; rank < size; rank++) {
            boolean near = rank == self || !alsoHere && placement.node(rank) == segment.node();
            if (near) {
                int local = placement.localRank(rank);
                peers[rank] = new Peer(
                        rank,
                        new RingInbox(rank, segment.ring(localRank, local)),
                        new RingOutbox(segment.ring(local, localRank), haul),
                        segment.waker(local),
                        backlog,
                        sends);
                locals[count++] = peers[rank];
            } else {
                peers[rank] = new Peer(rank, network.inbox(rank), network.outbox(rank), null, backlog, sends);
            }
        }
        protocol = new Protocol(peers, sends);
        ringsPerPass = crowded ? locals.length : Math.min(SPINNING_SWEEP, locals.length);
        spares = new ReceiveOperation[multiple ? 0 : SPARES];
        turns = new Turns(segment, localRank, multiple, network);
        int tooLong = segment.ring(localRank, localRank).capacity() / 4 * 5;
        practice = new Practice(this, protocol, turns, self, tooLong);
    }

    /** For a job on one node. */
    public Engine(JobSegment segment, int self, boolean multiple) {
        this(segment, self, multiple, null, false);
    }

    /** Whether the ranks of this node outnumber its processors. */
    public boolean isCrowded() {
        return crowded;
    }

    /** The node that a rank in COMM_WORLD is on. */
    public int node(int rank) {
        return placement.node(rank);
    }

    public void enter() {
        turns.enter();
    }

    public void exit() {
        turns.exit();
    }

    /** Sends a message without synchronisation, if it is short and can go at once. */
    public boolean trySend(
            int destination, int context, int tag, Object buffer, UserMemory memory, long offset, long length) {
        if (Practice.isDue(++sends)) {
            practice.run(sends);
            return false;
        }
        boolean sent = protocol.trySend(destination, context, tag, buffer, memory, offset, length);
        if (network != null) {
            flushNetwork();
        }
        return sent;
    }

    public void start(SendOperation send) {
        protocol.start(send);
        if (network != null) {
            flushNetwork();
        }
    }

    private void flushNetwork() {
        network.flush();
        if (++blindSends >= Limits.BLIND_SENDS) {
            poll();
        }
        if (network.wantsPoll()) {
            turns.rouse();
        }
    }

    public void start(ReceiveOperation receive) {
        protocol.start(receive);
    }

    /** A receive to be prepared and started: one that was {@linkplain #doneWith given back}, or a new one. */
    public ReceiveOperation newReceive() {
        return spareCount == 0 ? new ReceiveOperation() : spares[--spareCount];
    }

    /**
     * Takes back a receive that went well and that nobody needs any more. Need not be called between {@link #enter} and
     * {@link #exit}: where several threads may be inside MPI, nothing is taken back.
     */
    public void doneWith(ReceiveOperation receive) {
        if (!multiple && spareCount < spares.length) {
            receive.forget();
            spares[spareCount++] = receive;
        }
    }

    /** The earliest message that has come and that a receive would match, or null; polls once. */
    public UnexpectedMessage probe(int source, int context, int tag) {
        UnexpectedMessage message = protocol.probe(source, context, tag);
        if (message == null && poll() != 0) {
            message = protocol.probe(source, context, tag);
        }
        return message;
    }

    /** Waits for a message that a receive would match; it stays. */
    public UnexpectedMessage awaitMessage(int source, int context, int tag) {
        UnexpectedMessage message = protocol.probe(source, context, tag);
        if (message == null) {
            do {
                step();
                message = protocol.probe(source, context, tag);
            } while (message == null);
            endWait();
        }
        return message;
    }

    /**
     * Sets a message aside that was found by {@link #probe} or {@link #awaitMessage} since the engine was entered: only
     * {@link #start(ReceiveOperation, UnexpectedMessage)} gets it.
     */
    public void claim(UnexpectedMessage message) {
        protocol.claim(message);
    }

    /** Receives a message that was {@linkplain #claim claimed}. */
    public void start(ReceiveOperation receive, UnexpectedMessage message) {
        protocol.start(receive, message);
    }

    /** Ends a receive, if no message has met it yet. */
    public void cancel(ReceiveOperation receive) {
        protocol.cancel(receive);
    }

    /** Has a send end, whether its message is received or taken back; which of the two, tells its outcome. */
    public void cancel(SendOperation send) {
        protocol.cancel(send);
    }

    /** Drives the engine until the operation is done. */
    public void await(Operation operation) {
        if (!operation.isDone()) {
            do {
                step();
            } while (!operation.isDone());
            endWait();
        }
    }

    /** Drives the engine until something is true that others make so; they {@linkplain #wakeNeighbours wake} this rank. */
    public void await(Watch watch) {
        watched = watch;
        do {
            step();
        } while (!watch.isOver());
        watched = null;
        endWait();
        practise();
    }

    private void practise() {
        if (Practice.isDue(++moves)) {
            practice.run(moves);
        }
    }

    /** How it comes what this rank waits for. */
    Watch.Coming coming() {
        return watched == null ? Watch.Coming.SINGLY : watched.coming();
    }

    private int look() {
        if (watched == null || !watched.isOver()) {
            return 0;
        }
        watched = null;
        return 1;
    }

    /** Wakes those of some ranks of this node that sleep, after something was written that they may be waiting for. */
    public void wakeNeighbours(int[] localRanks) {
        segment.wake(localRanks);
    }

    /** The same for one of them, by its number on the node. */
    public void wakeNeighbour(int localRank) {
        segment.waker(localRank).wake();
    }

    /** Memory for collectives of all ranks of this node; null if there is none, or they are not to use it. */
    public ByteBuffer commons() {
        return alsoHere ? null : segment.commons();
    }

    /** How long pieces get into memory that ranks of this node share; null if it does not matter. */
    public Haul haul() {
        return haul;
    }

    /** Whether this rank may share memory with the others of its node. */
    public boolean sharesMemory() {
        return !alsoHere;
    }

    /** Whether it does so with a rank in COMM_WORLD. */
    public boolean sharesMemoryWith(int rank) {
        return !alsoHere && placement.node(rank) == segment.node();
    }

    /** What number a rank in COMM_WORLD has on its node. */
    public int localRank(int rank) {
        return placement.localRank(rank);
    }

    /** Number of ranks on this node. */
    public int localSize() {
        return segment.localSize();
    }

    /** Whether several threads may be inside MPI at once. */
    public boolean isMultiple() {
        return multiple;
    }

    /**
     * One step of a wait: polls, and if that was in vain pauses. Whoever waits for a condition of its own calls this until
     * the condition holds, then {@link #endWait}.
     */
    public void step() {
        if (!turns.lead()) {
            turns.follow();
        } else if (network == null) {
            if (poll() == 0) {
                turns.pause(this);
            }
        } else {
            stepOrLeave();
        }
    }

    /** A network may fail; then another thread has to lead, which will learn of it too. */
    private void stepOrLeave() {
        boolean done = false;
        try {
            if (poll() == 0) {
                turns.pause(this);
            }
            done = true;
        } finally {
            if (!done) {
                turns.leave();
            }
        }
    }

    /** Ends a wait. */
    public void endWait() {
        turns.leave();
    }

    /** Moves what can be moved now; returns how many records came or went. */
    public int poll() {
        int count = 0;
        if (streak < STREAK) {
            count = pollFrom(hot);
            streak = count == 0 ? STREAK : streak + 1;
        }
        if (count == 0) {
            count = sweep(ringsPerPass);
        }
        if (network != null && (count == 0 || ++localPasses % LOCAL_PASSES == 0)) {
            count += network.poll(protocol);
            blindSends = 0;
        }
        count += push() + look();
        if (due != null) {
            count += goOn();
        }
        if (count != 0) {
            turns.moved();
            practise();
        }
        return count;
    }

    /** Has something done by the next poll, after the polling itself; it must not throw. */
    public void later(Runnable action) {
        if (due == null) {
            due = new ArrayDeque<>();
        }
        due.add(action);
    }

    private int goOn() {
        int count = 0;
        for (Runnable action = due.poll(); action != null; action = due.poll()) {
            action.run();
            count++;
        }
        return count;
    }

    /** Like {@link #poll}, and looks at every ring. */
    int pollAll() {
        int count = sweep(locals.length);
        if (network != null) {
            count += network.poll(protocol);
        }
        count += push() + look();
        if (count != 0) {
            turns.moved();
        }
        return count;
    }

    private int sweep(int rings) {
        int count = 0;
        int local = sweepFrom;
        for (int i = 0; i < rings; i++) {
            int records = pollFrom(local);
            if (records != 0) {
                count += records;
                hot = local;
                streak = 0;
            }
            if (++local == locals.length) {
                local = 0;
            }
        }
        sweepFrom = local;
        return count;
    }

    private int pollFrom(int local) {
        Peer peer = locals[local];
        int records = peer.inbox.poll(protocol, protocol.appetite());
        if (records != 0) {
            peer.roomMade();
        }
        return records;
    }

    private int push() {
        if (backlog.isEmpty()) {
            return 0;
        }
        int count = backlog.push();
        if (network != null) {
            network.flush();
        }
        return count;
    }

    /** Sends what still waits to go out, so that this rank may leave. */
    public void flush() {
        while (!backlog.isEmpty() && (network == null || !network.isLost())) {
            step();
        }
        endWait();
    }

    /** Takes leave of the peers on other nodes; after {@link #flush}, and the last thing that is done here. */
    public void leave() {
        if (network != null) {
            network.sayFarewell();
            while (!network.isOver()) {
                step();
            }
            endWait();
            network.close();
        }
    }
}
