package io.jmpi.coll;

import io.jmpi.collectives.Schedule;
import io.jmpi.data.Element;
import io.jmpi.data.Operator;
import io.jmpi.data.Reducer;
import io.jmpi.data.UserMemory;
import io.jmpi.progress.Engine;
import io.jmpi.progress.Operation;
import io.jmpi.progress.ReceiveOperation;
import io.jmpi.progress.SendOperation;

/**
 * One collective under way: a schedule, the buffers it works on, and how far it is.
 *
 * <p>Prepared and driven by one thread that has entered the engine. Its operations are kept for the next run, so that a
 * small collective in a loop allocates nothing.
 */
final class ScheduleRun {

    private final Engine engine;
    private final Members members;
    private final int context;
    private final Region[] regions = {new Region(), new Region(), new Region()};
    private final Scratch scratch = new Scratch();

    private SendOperation[] sends = {new SendOperation()};
    private ReceiveOperation[] receives = {new ReceiveOperation()};
    private Operation[] pending = new Operation[2];
    private int pendingCount;

    private Schedule schedule;
    private Element element;
    private Reducer reducer;
    private Operator operator;
    private int round;

    ScheduleRun(Engine engine, Members members, int context) {
        this.engine = engine;
        this.members = members;
        this.context = context;
    }

    void input(Object buffer, UserMemory memory, long offset) {
        regions[Schedule.INPUT].set(buffer, memory, offset);
    }

    void output(Object buffer, UserMemory memory, long offset) {
        regions[Schedule.OUTPUT].set(buffer, memory, offset);
    }

    /** Begins the first round. The operator may be null where the schedule does not reduce. */
    void start(Schedule schedule, Element element, Operator operator) {
        this.schedule = schedule;
        this.element = element;
        this.operator = operator;
        this.reducer = operator == null ? null : Reducer.of(element);
        if (schedule.scratch() != 0) {
            Object array = scratch.take(element, schedule.scratch());
            regions[Schedule.SCRATCH].set(array, UserMemory.of(array), 0);
        }
        round = 0;
        if (schedule.rounds() != 0) {
            beginRound();
        }
    }

    /** Goes as far as it can without waiting; returns whether the collective is done. */
    boolean advance() {
        while (round < schedule.rounds()) {
            while (pendingCount != 0) {
                if (!pending[pendingCount - 1].isDone()) {
                    return false;
                }
                pending[--pendingCount] = null;
            }
            computeRound();
            if (++round < schedule.rounds()) {
                beginRound();
            }
        }
        finish();
        return true;
    }

    private void finish() {
        for (Region region : regions) {
            region.clear();
        }
        scratch.release();
        schedule = null;
    }

    /** Receives first, so that data finds its place. */
    private void beginRound() {
        int first = schedule.firstStep(round);
        int end = schedule.endStep(round);
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
    }

    private void receive(int step, int index) {
        if (index == receives.length) {
            receives = java.util.Arrays.copyOf(receives, index * 2);
            for (int i = index; i < receives.length; i++) {
                receives[i] = new ReceiveOperation();
            }
        }
        Region region = regions[schedule.target(step)];
        ReceiveOperation receive = receives[index].prepare(
                members.toWorld(schedule.peer(step)),
                context,
                0,
                region.buffer,
                region.memory,
                region.offset + bytes(schedule.targetOffset(step)),
                bytes(schedule.count(step)));
        engine.start(receive);
        await(receive);
    }

    private int send(int step, int index) {
        Region region = regions[schedule.source(step)];
        int peer = members.toWorld(schedule.peer(step));
        long offset = region.offset + bytes(schedule.sourceOffset(step));
        long length = bytes(schedule.count(step));
        if (engine.trySend(peer, context, 0, region.buffer, region.memory, offset, length)) {
            return 0;
        }
        if (index == sends.length) {
            sends = java.util.Arrays.copyOf(sends, index * 2);
            for (int i = index; i < sends.length; i++) {
                sends[i] = new SendOperation();
            }
        }
        SendOperation send =
                sends[index].prepare(peer, context, 0, region.buffer, region.memory, offset, length, false);
        engine.start(send);
        await(send);
        return 1;
    }

    private void await(Operation operation) {
        if (pendingCount == pending.length) {
            pending = java.util.Arrays.copyOf(pending, pendingCount * 2);
        }
        pending[pendingCount++] = operation;
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
            reducer.reduce(operator, source.buffer, sourceOffset, target.buffer, targetOffset, schedule.count(step));
        }
    }

    private long bytes(long elements) {
        return elements << element.shift();
    }
}
