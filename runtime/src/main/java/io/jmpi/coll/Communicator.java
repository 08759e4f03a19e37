package io.jmpi.coll;

import io.jmpi.collectives.Nodes;
import io.jmpi.collectives.Schedule;
import io.jmpi.data.Element;
import io.jmpi.data.Operator;
import io.jmpi.data.UserMemory;
import io.jmpi.progress.Engine;

/**
 * A group of processes and the two contexts in which they communicate: one for messages, one for collectives, so that
 * neither can take the other's.
 *
 * <p>Point-to-point calls may come from any thread; collectives on one communicator come one after the other, as MPI asks
 * (MPI 4.1, 6.14).
 */
public final class Communicator {

    /** Contexts that one communicator takes. */
    public static final int CONTEXTS = 2;

    private final Engine engine;
    private final Members members;
    private final int context;
    private final ScheduleRun run;
    private final Schedules schedules;

    /** @param context the first of its two contexts */
    public Communicator(Engine engine, Members members, int context) {
        this.engine = engine;
        this.members = members;
        this.context = context;
        this.run = new ScheduleRun(engine, members, context + 1);
        this.schedules = new Schedules(members.rank(), nodes(engine, members));
    }

    private static Nodes nodes(Engine engine, Members members) {
        int[] nodes = new int[members.size()];
        for (int rank = 0; rank < nodes.length; rank++) {
            nodes[rank] = engine.node(members.toWorld(rank));
        }
        return engine.isCrowded() ? Nodes.crowded(nodes) : Nodes.of(nodes);
    }

    public Engine engine() {
        return engine;
    }

    public Members members() {
        return members;
    }

    public int rank() {
        return members.rank();
    }

    public int size() {
        return members.size();
    }

    /** The context of its messages. */
    public int context() {
        return context;
    }

    /** The schedules of its latest collectives. */
    public Schedules schedules() {
        return schedules;
    }

    /**
     * Runs a schedule to its end. A buffer that the schedule does not use may be null.
     *
     * @param inputOffset bytes from the beginning of the input
     * @param outputOffset bytes from the beginning of the output
     * @param operator what REDUCE steps do, null where there are none
     */
    public void run(
            Schedule schedule,
            Element element,
            Object input,
            long inputOffset,
            Object output,
            long outputOffset,
            Operator operator) {
        engine.enter();
        try {
            run.input(input, input == null ? null : UserMemory.of(input), inputOffset);
            run.output(output, output == null ? null : UserMemory.of(output), outputOffset);
            run.start(schedule, element, operator);
            while (!run.advance()) {
                engine.step();
            }
            engine.endWait();
        } finally {
            engine.exit();
        }
    }
}
