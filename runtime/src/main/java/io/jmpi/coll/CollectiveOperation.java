package io.jmpi.coll;

import io.jmpi.collectives.Schedule;
import io.jmpi.data.Element;
import io.jmpi.data.Reduction;
import io.jmpi.data.UserMemory;
import io.jmpi.progress.Engine;
import io.jmpi.progress.Operation;

/**
 * A collective that goes on while the program does something else: whoever polls the engine moves it, from round to round,
 * to its end. May be started again when done, and then keeps its schedule, operations and working memory.
 *
 * <p>All of the communicator's members number those they prepare alike, and a number is the tag of its messages; so many are
 * under way at once, and they may end in any order (MPI 4.1, 6.12). Those that are prepared first and started later may be
 * started by each member in an order of its own (MPI 4.1, 6.13). A member that is ahead may have started one again before
 * another has started it at all: messages from one member to another do not overtake each other, and a run of the schedule
 * takes as many of them as it sends.
 */
public final class CollectiveOperation extends Operation implements Runnable {

    private final Engine engine;
    private final ScheduleRun run;
    private final Schedule schedule;
    private final Element element;
    private final long unit;
    private final Object input;
    private final long inputOffset;
    private final Object output;
    private final long outputOffset;
    private final Reduction reduction;
    private Staging staging;

    CollectiveOperation(
            Engine engine,
            ScheduleRun run,
            Schedule schedule,
            Element element,
            long unit,
            Object input,
            long inputOffset,
            Object output,
            long outputOffset,
            Reduction reduction) {
        this.engine = engine;
        this.run = run;
        this.schedule = schedule;
        this.element = element;
        this.unit = unit;
        this.input = input;
        this.inputOffset = inputOffset;
        this.output = output;
        this.outputOffset = outputOffset;
        this.reduction = reduction;
        run.drivenBy(this);
    }

    /** Says what lies between the schedule and the buffers of the program, and stands for the buffers given before. */
    public CollectiveOperation through(Staging staging) {
        this.staging = staging;
        return this;
    }

    /** Starts it, also again; not before it is done. */
    public void start() {
        engine.enter();
        try {
            begin();
            if (staging == null) {
                between(input, inputOffset, output, outputOffset);
            } else {
                staging.load();
                between(staging.input(), staging.inputOffset(), staging.output(), staging.outputOffset());
            }
            run.start(schedule, element, unit, reduction);
            run();
        } finally {
            engine.exit();
        }
    }

    private void between(Object from, long fromOffset, Object to, long toOffset) {
        run.input(from, from == null ? null : UserMemory.of(from), fromOffset);
        run.output(to, to == null ? null : UserMemory.of(to), toOffset);
    }

    /**
     * Goes as far as it can; called by the engine. Whatever goes wrong is thrown where the operation is waited for, not into
     * whoever happens to poll.
     */
    @Override
    public void run() {
        try {
            if (!run.advance()) {
                return;
            }
            if (staging != null) {
                staging.store();
                staging.end();
            }
        } catch (Throwable failure) {
            if (staging != null) {
                staging.end();
            }
            fail(failure);
            return;
        }
        finish(-1, 0, 0);
    }
}
