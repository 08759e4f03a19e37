package io.jmpi.coll;

import io.jmpi.collectives.Schedule;
import io.jmpi.commons.MismatchException;
import io.jmpi.data.Element;
import io.jmpi.data.Reduction;
import io.jmpi.data.UserMemory;
import io.jmpi.progress.Completion;
import io.jmpi.progress.Engine;
import io.jmpi.progress.Operation;
import io.jmpi.progress.ReceiveOperation;
import io.jmpi.progress.SendOperation;

/**
 * One collective under way: a schedule, the buffers it works on, and how far it is.
 *
 * <p>Prepared and driven by one thread at a time that has entered the engine. Its operations are kept for the next run, so
 * that a small collective in a loop allocates nothing.
 */
final class ScheduleRun implements Completion {

    private static final int NOT_BEGUN = -1;

    private final Engine engine;
    private final Members peers;
    private final int context;
    private final int tag;
    private final Region[] regions = {new Region(), new Region(), new Region()};
    private final Scratch scratch = new Scratch();

    private SendOperation[] sends = {};
    private ReceiveOperation[] receives = {};

    /** Operations of the round that are not done, and one for its beginning while that is being made. */
    private int pending;

    private Schedule schedule;
    private Element element;
    private long unit;
    private Reduction reduction;
    private int round;
    private Runnable owner;
    private String mismatch;

    /** @param tag what tells its messages from those of other collectives that are under way */
    ScheduleRun(Engine engine, Members peers, int context, int tag) {
        this.engine = engine;
        this.peers = peers;
        this.context = context;
        this.tag = tag;
    }

    /** Says who is to be run by the engine whenever a round is over and {@link #advance} can go on. */
    void drivenBy(Runnable owner) {
        this.owner = owner;
    }

    void input(Object buffer, UserMemory memory, long offset) {
        regions[Schedule.INPUT].set(buffer, memory, offset);
    }

    void output(Object buffer, UserMemory memory, long offset) {
        regions[Schedule.OUTPUT].set(buffer, memory, offset);
    }

    /**
     * Says what to run. Nothing happens before {@link #advance}.
     *
     * @param unit bytes of what the schedule counts in: an element, or several
     * @param reduction what REDUCE steps do, null where there are none
     */
    void start(Schedule schedule, Element element, long unit, Reduction reduction) {
        this.schedule = schedule;
        this.element = element;
        this.unit = unit;
        this.reduction = reduction;
        if (schedule.scratch() != 0) {
            Object array = scratch.take(element, bytes(schedule.scratch()) >> element.shift());
            regions[Schedule.SCRATCH].set(array, UserMemory.of(array), 0);
        }
        mismatch = null;
        pending = 0;
        round = NOT_BEGUN;
    }

    /**
     * Goes as far as it can without waiting; returns whether the collective is done.
     *
     * @throws MismatchException when it is done and a member has sent more or less than this one has asked for
     */
    boolean advance() {
        while (pending == 0) {
            if (round != NOT_BEGUN) {
                computeRound();
            }
            if (++round == schedule.rounds()) {
                finish();
                return true;
            }
            beginRound();
        }
        return false;
    }

    private void finish() {
        for (Region region : regions) {
            region.clear();
        }
        scratch.release();
        schedule = null;
        reduction = null;
        if (mismatch != null) {
            throw MismatchException.of(mismatch);
        }
    }

    @Override
    public void completed(Operation operation) {
        if (operation instanceof ReceiveOperation receive && receive.bytes() != receive.capacity()) {
            note(receive);
        }
        if (--pending == 0 && owner != null) {
            engine.later(owner);
        }
    }

    private void note(ReceiveOperation receive) {
        mismatch = "the counts of this collective do not fit: rank " + peers.fromWorld(receive.source()) + " has sent "
                + receive.bytes() + " bytes where rank " + peers.rank() + " has asked for " + receive.capacity();
    }

    /** Receives first, so that data finds its place. */
    private void beginRound() {
        int first = schedule.firstStep(round);
        int end = schedule.endStep(round);
        pending = 1;
        int receiveCount = 0;
        for (int step = first; step < end; step++) {
            if (schedule.kind(step) == Schedule.RECV) {
                receive(step, receiveCount++);
            }
        }
        int sendCount = 0;
        for (int step = first; step < end; step++) {
            if (schedule.kind(step) == Schedule.SEND) {
                sendCount += send(step, sendCount);
            }
        }
        pending--;
    }

    private void receive(int step, int index) {
        if (index == receives.length) {
            receives = java.util.Arrays.copyOf(receives, Math.max(1, index * 2));
            for (int i = index; i < receives.length; i++) {
                receives[i] = new ReceiveOperation();
                receives[i].tell(this);
            }
        }
        Region region = regions[schedule.target(step)];
        ReceiveOperation receive = receives[index].prepare(
                peers.toWorld(schedule.peer(step)),
                context,
                tag,
                region.buffer,
                region.memory,
                region.offset + bytes(schedule.targetOffset(step)),
                bytes(schedule.count(step)));
        pending++;
        engine.start(receive);
    }

    private int send(int step, int index) {
        Region region = regions[schedule.source(step)];
        int peer = peers.toWorld(schedule.peer(step));
        long offset = region.offset + bytes(schedule.sourceOffset(step));
        long length = bytes(schedule.count(step));
        if (engine.trySend(peer, context, tag, region.buffer, region.memory, offset, length)) {
            return 0;
        }
        if (index == sends.length) {
            sends = java.util.Arrays.copyOf(sends, Math.max(1, index * 2));
            for (int i = index; i < sends.length; i++) {
                sends[i] = new SendOperation();
                sends[i].tell(this);
            }
        }
        pending++;
        engine.start(sends[index].prepare(peer, context, tag, region.buffer, region.memory, offset, length, false));
        return 1;
    }

    private void computeRound() {
        int end = schedule.endStep(round);
        for (int step = schedule.firstStep(round); step < end; step++) {
            int kind = schedule.kind(step);
            if (kind == Schedule.REDUCE || kind == Schedule.COPY) {
                compute(kind, step);
            }
        }
    }

    private void compute(int kind, int step) {
        Region source = regions[schedule.source(step)];
        Region target = regions[schedule.target(step)];
        long sourceOffset = source.offset + bytes(schedule.sourceOffset(step));
        long targetOffset = target.offset + bytes(schedule.targetOffset(step));
        if (kind == Schedule.COPY) {
            UserMemory.copyBetween(
                    source.buffer, sourceOffset, target.buffer, targetOffset, bytes(schedule.count(step)));
        } else {
            reduction.reduce(source.buffer, sourceOffset, target.buffer, targetOffset, schedule.count(step));
        }
    }

    private long bytes(long units) {
        return units * unit;
    }
}
