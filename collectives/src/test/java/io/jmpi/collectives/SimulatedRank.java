package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.COPY;
import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.RECV;
import static io.jmpi.collectives.Schedule.REDUCE;
import static io.jmpi.collectives.Schedule.SCRATCH;
import static io.jmpi.collectives.Schedule.SEND;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One rank of {@link SimulatedRanks}. Fails on reading what nobody has written, on going outside a buffer, on touching
 * one that is not there, on writing INPUT, on ranges of a round that overlap where they must not, and on scratch too
 * large.
 */
final class SimulatedRank {

    /** What a buffer holds before anybody has written it. */
    static final long UNWRITTEN = 0xDEAD_BEEF_DEAD_BEEFL;

    private static final int OVERLAPS_CHECKED = 80;

    private final SimulatedRanks ranks;
    private final int rank;
    private final Schedule schedule;
    private final Operation operation;
    private final long[][] buffers = new long[3][];
    private int round;
    private int outstanding;
    private int time;
    private int receiving; // until when messages so far keep the rank's receiver busy
    private final List<Integer> arrivals = new ArrayList<>();
    private long elementsSent;
    private int messagesSent;

    SimulatedRank(SimulatedRanks ranks, int rank, Schedule schedule, Operation operation) {
        this.ranks = ranks;
        this.rank = rank;
        this.schedule = schedule;
        this.operation = operation;
        buffers[SCRATCH] = new long[Math.toIntExact(schedule.scratch())];
        Arrays.fill(buffers[SCRATCH], UNWRITTEN);
    }

    void buffers(long[] input, long[] output) {
        buffers[INPUT] = input;
        buffers[Schedule.OUTPUT] = output;
    }

    int rank() {
        return rank;
    }

    int time() {
        return time;
    }

    long elementsSent() {
        return elementsSent;
    }

    int messagesSent() {
        return messagesSent;
    }

    /** Starts all transfers of the round. */
    void beginRound() {
        if (round == schedule.rounds()) {
            return;
        }
        requireNoOverlaps();
        outstanding = 1; // held until all have started
        int sends = 0;
        for (int step = schedule.firstStep(round); step < schedule.endStep(round); step++) {
            if (schedule.kind(step) == RECV) {
                outstanding++;
                ranks.recv(this, step, schedule.peer(step));
            } else if (schedule.kind(step) == SEND) {
                sends++;
                messagesSent++;
                elementsSent += schedule.count(step);
                if (ranks.send(this, step, schedule.peer(step), time + sends)) {
                    outstanding++;
                }
            }
        }
        time += sends;
        completed();
    }

    void received(int sentAt) {
        arrivals.add(sentAt);
        completed();
    }

    void sent() {
        completed();
    }

    private void completed() {
        if (--outstanding == 0) {
            passTime();
            for (int step = schedule.firstStep(round); step < schedule.endStep(round); step++) {
                perform(step);
            }
            round++;
            ranks.later(this::beginRound);
        }
    }

    /** Messages are received one after the other, each as it arrives. */
    private void passTime() {
        Collections.sort(arrivals);
        for (int sentAt : arrivals) {
            receiving = Math.max(receiving + 1, sentAt);
            time = Math.max(time, receiving);
        }
        arrivals.clear();
    }

    private void perform(int step) {
        if (schedule.kind(step) == COPY) {
            write(step, read(step));
        } else if (schedule.kind(step) == REDUCE) {
            long[] left = read(step);
            long[] right = slice(schedule.target(step), schedule.targetOffset(step), schedule.count(step));
            for (int i = 0; i < left.length; i++) {
                left[i] = operation.apply(left[i], right[i]);
            }
            write(step, left);
        }
    }

    /** Reads the source of a step. */
    long[] read(int step) {
        return slice(schedule.source(step), schedule.sourceOffset(step), schedule.count(step));
    }

    private long[] slice(int buffer, long offset, long count) {
        requireInside(buffer, offset, count);
        if (count == 0) {
            return new long[0];
        }
        long[] data = Arrays.copyOfRange(buffers[buffer], (int) offset, (int) (offset + count));
        for (long value : data) {
            require(value != UNWRITTEN, "reads what nobody has written");
        }
        return data;
    }

    /** Writes the target of a step. */
    void write(int step, long[] data) {
        int target = schedule.target(step);
        require(target != INPUT, "writes INPUT");
        require(data.length == schedule.count(step), "receives another count than was sent: " + data.length);
        requireInside(target, schedule.targetOffset(step), data.length);
        if (data.length > 0) {
            System.arraycopy(data, 0, buffers[target], (int) schedule.targetOffset(step), data.length);
        }
    }

    private void requireInside(int buffer, long offset, long count) {
        if (count == 0) {
            return;
        }
        require(buffers[buffer] != null, "touches buffer " + buffer);
        require(offset >= 0 && offset + count <= buffers[buffer].length, "leaves buffer " + buffer);
    }

    private void requireNoOverlaps() {
        int first = schedule.firstStep(round);
        int end = Math.min(schedule.endStep(round), first + OVERLAPS_CHECKED);
        for (int step = first; step < end; step++) {
            if (schedule.kind(step) == RECV) {
                for (int other = first; other < end; other++) {
                    boolean send = schedule.kind(other) == SEND;
                    boolean laterRecv = schedule.kind(other) == RECV && other > step;
                    require(!(send && overlap(step, other, true)), "receives into what it sends");
                    require(!(laterRecv && overlap(step, other, false)), "receives twice into the same place");
                }
            } else if (schedule.kind(step) != SEND) {
                require(!overlap(step, step, true), "reads what it writes");
            }
        }
    }

    /** Whether the target of a step and the source, or else the target, of another share an element. */
    private boolean overlap(int step, int other, boolean source) {
        int buffer = source ? schedule.source(other) : schedule.target(other);
        long offset = source ? schedule.sourceOffset(other) : schedule.targetOffset(other);
        return schedule.target(step) == buffer
                && schedule.targetOffset(step) < offset + schedule.count(other)
                && offset < schedule.targetOffset(step) + schedule.count(step);
    }

    void requireFinished() {
        require(round == schedule.rounds(), "deadlock");
        long[] scratch = buffers[SCRATCH];
        require(scratch.length == 0 || scratch[scratch.length - 1] != UNWRITTEN, "has scratch that it does not use");
    }

    private void require(boolean condition, String failure) {
        if (!condition) {
            throw new AssertionError("rank " + rank + ", round " + round + ": " + failure + "\n" + schedule);
        }
    }

    @Override
    public String toString() {
        return "rank " + rank + "\n" + schedule;
    }
}
