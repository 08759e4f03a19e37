package io.jmpi.progress;

import io.jmpi.data.UserMemory;
import io.jmpi.job.JobSegment;
import io.jmpi.job.Placement;
import io.jmpi.match.UnexpectedMessage;
import io.jmpi.shm.RingInbox;
import io.jmpi.shm.RingOutbox;

/**
 * Drives all communication of this rank.
 *
 * <p>Every method but {@link #enter} must be called between {@link #enter} and {@link #exit}. At the thread levels below
 * MULTIPLE the two cost nothing, and the program sees to it that one thread at a time makes MPI calls.
 */
public final class Engine {

    /** Polls of the ring that last brought something, before the others get their turn. */
    private static final int STREAK = 16;

    /** Rings looked at in one pass while spinning; the passes go round. */
    private static final int SPINNING_SWEEP = 8;

    private final Placement placement;
    private final boolean crowded;
    private final Peer[] peers;
    private final Backlog backlog;
    private final Protocol protocol;
    private final Turns turns;

    private final int ringsPerPass;
    private final Practice practice;
    private int sends;
    private int moves;

    private int hot;
    private int streak;
    private int sweepFrom;

    /**
     * @param segment the job's rings and table
     * @param self this rank in the job
     * @param multiple whether several threads may be inside MPI at once
     */
    public Engine(JobSegment segment, int self, boolean multiple) {
        placement = segment.placement();
        int size = placement.size();
        int localRank = placement.localRank(self);
        peers = new Peer[size];
        backlog = new Backlog(size);
        Slots<SendOperation> sends = new Slots<>();
        for (int rank = 0; rank < size; rank++) {
            if (placement.node(rank) != segment.node()) {
                throw new IllegalStateException("rank " + rank + " is on another node, and there is no way to it");
            }
            int local = placement.localRank(rank);
            peers[rank] = new Peer(
                    rank,
                    new RingInbox(rank, segment.ring(localRank, local)),
                    new RingOutbox(segment.ring(local, localRank)),
                    segment.waker(local),
                    backlog,
                    sends);
        }
        protocol = new Protocol(peers, sends);
        practice = new Practice(
                this, protocol, self, segment.ring(localRank, localRank).capacity() / 4 * 5);
        crowded = segment.isCrowded();
        ringsPerPass = crowded ? size : Math.min(SPINNING_SWEEP, size);
        turns = new Turns(segment, localRank, multiple, crowded);
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
        return protocol.trySend(destination, context, tag, buffer, memory, offset, length);
    }

    public void start(SendOperation send) {
        protocol.start(send);
    }

    public void start(ReceiveOperation receive) {
        protocol.start(receive);
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

    /** Receives a message that was found by {@link #probe} or {@link #awaitMessage} since the engine was entered. */
    public void start(ReceiveOperation receive, UnexpectedMessage message) {
        protocol.start(receive, message);
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

    /**
     * One step of a wait: polls, and if that was in vain pauses. Whoever waits for a condition of its own calls this until
     * the condition holds, then {@link #endWait}.
     */
    public void step() {
        if (!turns.lead()) {
            turns.follow();
        } else if (poll() == 0) {
            turns.pause(this);
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
        count += push();
        if (count != 0) {
            turns.moved();
            if (Practice.isDue(++moves)) {
                practice.run(moves);
            }
        }
        return count;
    }

    /** Like {@link #poll}, and looks at every ring. */
    int pollAll() {
        int count = sweep(peers.length) + push();
        if (count != 0) {
            turns.moved();
        }
        return count;
    }

    private int sweep(int rings) {
        int count = 0;
        int rank = sweepFrom;
        for (int i = 0; i < rings; i++) {
            int records = pollFrom(rank);
            if (records != 0) {
                count += records;
                hot = rank;
                streak = 0;
            }
            if (++rank == peers.length) {
                rank = 0;
            }
        }
        sweepFrom = rank;
        return count;
    }

    private int pollFrom(int rank) {
        Peer peer = peers[rank];
        int records = peer.inbox.poll(protocol, 1);
        if (records != 0) {
            peer.roomMade();
        }
        return records;
    }

    private int push() {
        return backlog.isEmpty() ? 0 : backlog.push();
    }

    /** Sends what still waits to go out, so that this rank may leave. */
    public void flush() {
        while (!backlog.isEmpty()) {
            step();
        }
        endWait();
    }
}
