package io.jmpi.coll;

import io.jmpi.collectives.Collective;
import io.jmpi.collectives.Nodes;
import io.jmpi.collectives.Schedule;
import io.jmpi.collectives.Tuning;
import io.jmpi.commons.Commons;
import io.jmpi.commons.NodeCommons;
import io.jmpi.data.Element;
import io.jmpi.data.Reduction;
import io.jmpi.job.CommonsLayout;

/**
 * Ranks of several nodes: those of a node do their part in common, and one of each, its leader, does the rest by messages
 * with the other leaders. A node whose ranks have nothing in common does its part by messages too.
 *
 * <pre>
 *   barrier      all arrive on their node     leaders: barrier       all are let go on their node
 *   bcast                                     leaders: bcast         bcast on each node
 *   allReduce    combined on each node        leaders: allReduce     bcast on each node
 * </pre>
 *
 * <p>Of a broadcast the root is the leader of its node. Up to what a cell holds, the others of a node wait but once, from
 * giving their data until they get the result.
 */
final class Levels implements Commons {

    /** Roots beside leaders whose leaders are remembered; more of them take turns. */
    private static final int ROOTS = 16;

    private final Communicator comm;
    private final Nodes nodes;
    private final int node;
    private final Communicator near;
    private final Communicator leaders; // null at other ranks
    private final int[] allLeaders;
    private final Communicator[] ledByRoots = new Communicator[ROOTS];
    private final int[] roots = new int[ROOTS];
    private final Runnable barrierOfLeaders = new LeadersBarrier();
    private final Runnable allReduceOfLeaders = new LeadersAllReduce();

    private Element element;
    private int unit;
    private Reduction reduction;
    private Object input;
    private long from;
    private Object output;
    private long to;
    private long bytes;

    private Levels(Communicator comm, Nodes nodes, int[] allLeaders) {
        this.comm = comm;
        this.allLeaders = allLeaders;
        this.nodes = nodes;
        this.node = nodes.node(comm.rank());
        this.near = comm.part(nodes.ranks(node));
        this.leaders = nodes.leads(comm.rank()) ? comm.part(allLeaders) : null;
    }

    /** The levels of a communicator; null if they are of no use: none of its nodes has ranks enough for a commons. */
    static Levels of(Communicator comm) {
        Nodes nodes = comm.nodes();
        int[] leaders = new int[nodes.count()];
        int largest = 0;
        for (int node = 0; node < leaders.length; node++) {
            int[] ranks = nodes.ranks(node);
            leaders[node] = ranks[0];
            largest = Math.max(largest, ranks.length);
        }
        boolean ofUse = leaders.length > 1
                && CommonsLayout.length(largest) != 0
                && comm.engine().sharesMemory();
        return ofUse ? new Levels(comm, nodes, leaders) : null;
    }

    @Override
    public long most(Collective collective) {
        return Tuning.table().mostInCommon(collective, nodes.size(), Tuning.Memory.OF_NODES);
    }

    @Override
    public boolean takesForeign() {
        return false;
    }

    @Override
    public Commons of(Element ofElement) {
        element = ofElement;
        return this;
    }

    @Override
    public Commons between(Object source, long sourceOffset, Object target, long targetOffset) {
        input = source;
        from = sourceOffset;
        output = target;
        to = targetOffset;
        return this;
    }

    @Override
    public Commons reducing(int unitBytes, Reduction operation) {
        unit = unitBytes;
        reduction = operation;
        return this;
    }

    @Override
    public void run(Collective collective, long length, int root) {
        bytes = length;
        try {
            switch (collective) {
                case BCAST -> bcast(length, root);
                case ALL_REDUCE -> allReduce(length);
                default -> throw new IllegalArgumentException("not done in levels: " + collective);
            }
        } finally {
            input = null;
            output = null;
            reduction = null;
        }
    }

    @Override
    public void barrier() {
        if (near.takesCommons(Collective.BARRIER, 0) && near.commons() instanceof NodeCommons common) {
            common.barrier(barrierOfLeaders);
            return;
        }
        barrier(near);
        if (leaders != null) {
            barrier(leaders);
        }
        barrier(near);
    }

    private final class LeadersBarrier implements Runnable {

        @Override
        public void run() {
            barrier(leaders);
        }
    }

    private void bcast(long length, int root) {
        boolean atRoot = nodes.node(root) == node;
        boolean leads = atRoot ? root == comm.rank() : leaders != null;
        if (leads) {
            bcast(ledBy(root), length, nodes.node(root));
        }
        bcast(near, length, atRoot ? near.members().fromWorld(comm.members().toWorld(root)) : 0);
    }

    /** The leaders of all nodes, with a root for that of its own. */
    private Communicator ledBy(int root) {
        if (nodes.leads(root)) {
            return leaders;
        }
        int slot = root % ROOTS;
        if (ledByRoots[slot] == null || roots[slot] != root) {
            int[] ranks = allLeaders.clone();
            ranks[nodes.node(root)] = root;
            ledByRoots[slot] = comm.part(ranks);
            roots[slot] = root;
        }
        return ledByRoots[slot];
    }

    private void allReduce(long length) {
        boolean inCommon = near.takesCommons(Collective.ALL_REDUCE, length);
        if (!inCommon) {
            reduceByMessages(length);
        } else {
            near.commons().reducing(unit, reduction).between(input, from, output, to);
            if (near.commons() instanceof NodeCommons common && length <= common.mostThrough()) {
                common.allReduce(length, allReduceOfLeaders);
                return;
            }
            near.commons().run(Collective.ALL_REDUCE, length, 0); // all share the work for their leader
        }
        if (leaders != null) {
            allReduceOfLeaders.run();
        }
        bcast(near, length, 0);
    }

    /** To the leader of the node, into its output. */
    private void reduceByMessages(long length) {
        boolean leads = leaders != null;
        Object own = input == null && !leads ? output : input;
        long ownOffset = input == null ? to : from;
        Schedule schedule = near.schedules().reduce(0, length / unit, unit, true, leads && input == null);
        near.run(schedule, element, unit, own, ownOffset, output, to, reduction);
    }

    private final class LeadersAllReduce implements Runnable {

        @Override
        public void run() {
            Schedule schedule = leaders.schedules().allReduce(bytes / unit, unit, true, true);
            leaders.run(schedule, element, unit, null, 0, output, to, reduction);
        }
    }

    private void bcast(Communicator comm, long length, int root) {
        if (comm.takesCommons(Collective.BCAST, length)) {
            comm.commons().between(null, 0, output, to).run(Collective.BCAST, length, root);
        } else if (comm.size() > 1) {
            Schedule schedule = comm.schedules().bcast(root, length >> element.shift(), element.size());
            comm.run(schedule, element, element.size(), null, 0, output, to, null);
        }
    }

    private static void barrier(Communicator comm) {
        if (comm.takesCommons(Collective.BARRIER, 0)) {
            comm.commons().barrier();
        } else if (comm.size() > 1) {
            comm.run(comm.schedules().barrier(), Element.BYTE, Byte.BYTES, null, 0, null, 0, null);
        }
    }
}
