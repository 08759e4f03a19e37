package io.jmpi.coll;

import io.jmpi.collectives.Collective;
import io.jmpi.collectives.Nodes;
import io.jmpi.collectives.Schedule;
import io.jmpi.commons.Commons;
import io.jmpi.data.Element;
import io.jmpi.data.Reduction;
import io.jmpi.data.UserMemory;
import io.jmpi.progress.Engine;

/**
 * A group of processes and the two contexts in which they communicate: one for messages, one for collectives, so that
 * neither can take the other's.
 *
 * <p>Point-to-point calls may come from any thread; collectives on one communicator are started one after the other, as MPI
 * asks (MPI 4.1, 6.14).
 */
public final class Communicator {

    /** Contexts that one communicator takes. */
    public static final int CONTEXTS = 2;

    /** What the root says of itself in a collective between two groups. */
    public static final int ROOT = -4;

    /** What the others in the root's group say. */
    public static final int NOBODY = -2;

    /** The tag of blocking collectives, of which there is one at a time. */
    private static final int BLOCKING = 0;

    /**
     * The first tag of persistent collectives; those that are started once have the tags below. Each range begins anew at its
     * end, and they are two because a persistent one may outlive any number of the others.
     */
    private static final int LASTING = 1 << 30;

    private final Engine engine;
    private final Members members;
    private final Members peers;
    private final Members everybody;
    private final int context;
    private final long precedence;
    private final ScheduleRun run;
    private final Schedules schedules;
    private final Grounds grounds;
    private Commons commons;
    private long[] mostInCommon; // bytes, by collective
    private boolean mayHaveCommons;
    private CommonsSearch search;
    private Object errorHandler;
    private int latest = BLOCKING;
    private int latestLasting = Integer.MAX_VALUE;

    /** COMM_WORLD. */
    public static Communicator world(Engine engine, Members everybody) {
        return new Communicator(engine, new Grounds(engine), everybody, Contexts.WORLD, BLOCKING);
    }

    /** One group. */
    private Communicator(Engine engine, Grounds grounds, Members members, int context, int tag) {
        this.engine = engine;
        this.grounds = grounds;
        this.members = members;
        this.peers = members;
        this.everybody = members;
        this.context = context;
        this.precedence = (long) context << Integer.SIZE | (tag == BLOCKING ? 0 : 1 + (tag & Integer.MAX_VALUE));
        this.run = new ScheduleRun(engine, members, context + 1, tag);
        this.schedules = new IntraSchedules(members.rank(), nodes(engine, members));
        this.mayHaveCommons = tag == BLOCKING;
    }

    /** Two groups, of which this process is in the first. */
    private Communicator(Engine engine, Grounds grounds, Members members, Members remote, int context) {
        this.engine = engine;
        this.grounds = grounds;
        this.members = members;
        this.peers = remote;
        this.everybody = members.and(remote);
        this.context = context;
        this.precedence = (long) context << Integer.SIZE;
        this.run = new ScheduleRun(engine, everybody, context + 1, BLOCKING);
        this.schedules = InterSchedules.of(members.rank(), members.size(), remote.size());
    }

    /** Some of the members, or of both groups, in another context. Here as below, errors are handled as they are here. */
    public Communicator of(Members some, int newContext) {
        return handlingErrorsLike(this, new Communicator(engine, grounds, some, newContext, BLOCKING));
    }

    /** One that joins its members with another group. */
    public Communicator and(Members remote, int newContext) {
        return handlingErrorsLike(this, new Communicator(engine, grounds, members, remote, newContext));
    }

    /** The same members, of both groups if it has two, in another context. */
    public Communicator in(int newContext) {
        return isInter() ? and(peers, newContext) : of(members, newContext);
    }

    private static Communicator handlingErrorsLike(Communicator parent, Communicator child) {
        child.errorHandler = parent.errorHandler;
        return child;
    }

    /**
     * Some of the members, for collectives that the others take no part in.
     *
     * @param tag what tells several such groups apart, 0 or more
     */
    public Communicator among(Members some, int tag) {
        return new Communicator(
                engine, grounds, some, context, Integer.MIN_VALUE | Math.min(tag, Integer.MAX_VALUE - 1));
    }

    /** Some of the members, for their part in blocking collectives of all. */
    Communicator part(int[] some) {
        return new Communicator(engine, grounds, members.some(some), context, BLOCKING);
    }

    /** Which members share a node. */
    Nodes nodes() {
        return nodes(engine, members);
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

    /** Those whom messages go to, and whose data collectives bring: the members, or those of the other group. */
    public Members peers() {
        return peers;
    }

    /** Whether it joins two groups. */
    public boolean isInter() {
        return peers != members;
    }

    /** Whether this rank is the root that it has named. */
    public boolean isRoot(int root) {
        return isInter() ? root == ROOT : root == members.rank();
    }

    /** Whether this rank takes the other side than the root: gives to it, or gets from it. */
    public boolean facesRoot(int root) {
        return !isInter() || root >= 0;
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

    /** What the program has said is to be done about errors, which is the affair of the API; null if nothing. */
    public Object errorHandler() {
        return errorHandler;
    }

    /** Says what is to be done about errors. */
    public void handleErrors(Object handler) {
        errorHandler = handler;
    }

    /** The schedules of its latest collectives. */
    public Schedules schedules() {
        return schedules;
    }

    /**
     * Whether a blocking collective on so many bytes, of those that {@link Collective} says count, takes the
     * {@link #commons}. A collective call, before each that may take them.
     */
    public boolean takesCommons(Collective collective, long bytes) {
        if (mayHaveCommons) {
            findCommons();
        }
        return commons != null && bytes <= mostInCommon[collective.ordinal()];
    }

    private void findCommons() {
        if (search == null) {
            search = new CommonsSearch(this, grounds);
        }
        commons = search.look();
        mayHaveCommons = !search.isOver();
        if (commons != null) {
            mostInCommon = CommonsSearch.most(commons);
        }
    }

    /** What helps the members with collectives that {@linkplain #takesCommons take} it. */
    public Commons commons() {
        return commons;
    }

    /**
     * Runs a schedule to its end. A buffer that the schedule does not use may be null.
     *
     * @param unit bytes of what the schedule counts in
     * @param inputOffset bytes from the beginning of the input
     * @param outputOffset bytes from the beginning of the output
     * @param reduction what REDUCE steps do, null where there are none
     */
    public void run(
            Schedule schedule,
            Element element,
            long unit,
            Object input,
            long inputOffset,
            Object output,
            long outputOffset,
            Reduction reduction) {
        engine.enter();
        try {
            run.input(input, input == null ? null : UserMemory.of(input), inputOffset);
            run.output(output, output == null ? null : UserMemory.of(output), outputOffset);
            run.start(schedule, element, unit, reduction);
            while (!run.advance()) {
                engine.step();
            }
            engine.endWait();
        } finally {
            engine.exit();
        }
    }

    /**
     * Which of several {@linkplain ContextAgreement agreements} of a process goes first, the lowest; the same at all members.
     * Those {@linkplain #among among} some members follow by their tags, since processes may begin them in any order.
     */
    public long precedence() {
        return precedence;
    }

    /** The number of the next collective that does not block. All members ask for theirs in the same order. */
    public int number() {
        latest = latest == LASTING - 1 ? BLOCKING + 1 : latest + 1;
        return latest;
    }

    /** The number of the next collective that is to be started again and again, whenever each member likes. */
    public int lastingNumber() {
        latestLasting = latestLasting == Integer.MAX_VALUE ? LASTING : latestLasting + 1;
        return latestLasting;
    }

    /**
     * Prepares a collective that does not block, with the arguments of {@link #run}.
     *
     * @param number its own, the same at all members
     */
    public CollectiveOperation prepare(
            int number,
            Schedule schedule,
            Element element,
            long unit,
            Object input,
            long inputOffset,
            Object output,
            long outputOffset,
            Reduction reduction) {
        ScheduleRun another = new ScheduleRun(engine, everybody, context + 1, number);
        return new CollectiveOperation(
                engine, another, schedule, element, unit, input, inputOffset, output, outputOffset, reduction);
    }
}
