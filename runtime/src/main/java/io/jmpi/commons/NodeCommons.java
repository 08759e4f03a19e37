package io.jmpi.commons;

import io.jmpi.collectives.Collective;
import io.jmpi.collectives.Tuning;
import io.jmpi.data.Element;
import io.jmpi.data.Haul;
import io.jmpi.data.Reduction;
import io.jmpi.data.Wire;
import io.jmpi.job.CommonsLayout;
import io.jmpi.progress.Engine;
import io.jmpi.progress.Watch;
import java.nio.ByteBuffer;

/** In memory that ranks of one node share. */
public final class NodeCommons implements Commons {

    private static final int MOST_THROUGH = 64 << 10;

    private final Engine engine;
    private final int[] places;
    private final Gate gate;
    private final Cells cells;
    private final CommonBcast bcast;
    private final CommonScan scan;
    private final CommonAllReduce allReduce;
    private final CommonScatter scatter;
    private final CommonGather gather;
    private final CommonReduce reduce;
    private final CommonAllGather allGather;
    private final CommonAllToAll allToAll;
    private final CommonReduceScatter reduceScatter;
    private final Ends ends = new Ends();

    /**
     * @param memory of {@link CommonsLayout}, zeroed before the first rank came
     * @param self this rank among those who share it
     * @param places the number on the node of each of them
     */
    public NodeCommons(Engine engine, ByteBuffer memory, int self, int[] places) {
        int ranks = places.length;
        Wire wire = new Wire(memory, engine.haul());
        this.engine = engine;
        this.places = places;
        this.gate = new Gate(memory, CommonsLayout.GATE, ranks, Watch.Coming.FROM_ALL);
        this.cells = new Cells(memory, wire, gate, self, ranks, engine.isCrowded());
        Track track = new Track(this, memory, wire, ranks);
        this.bcast = new CommonBcast(this, track, self);
        this.scatter = new CommonScatter(this, track, self, ranks);
        this.scan = new CommonScan(this, memory, self, ranks);
        this.allReduce = new CommonAllReduce(this, gate, cells);
        Inward inward = new Inward(this, memory, self, ranks);
        this.gather = new CommonGather(inward);
        this.reduce = new CommonReduce(inward);
        this.allGather = new CommonAllGather(this, cells);
        this.allToAll = new CommonAllToAll(this, cells);
        this.reduceScatter = new CommonReduceScatter(this, cells);
    }

    /** How long pieces get into the memory; null if it does not matter. */
    Haul haul() {
        return engine.haul();
    }

    @Override
    public long most(Collective collective) {
        boolean offered = switch (collective) {
            case ALL_TO_ALL, REDUCE_SCATTER -> cells.share() != 0;
            default -> true;
        };
        return offered ? Tuning.table().mostInCommon(collective, places.length, Tuning.Memory.OF_ALL) : -1;
    }

    @Override
    public void barrier() {
        engine.enter();
        try {
            pass(gate);
        } finally {
            engine.exit();
        }
    }

    /** The same; when all have come, rank 0 does something before it lets them go. */
    public void barrier(Runnable meanwhile) {
        if (hasGathered()) {
            meanwhile.run();
            engine.enter();
            try {
                open(gate);
            } finally {
                engine.exit();
            }
        }
    }

    private boolean hasGathered() {
        engine.enter();
        try {
            return gatherAt(gate);
        } finally {
            engine.exit();
        }
    }

    /** Up to how many bytes {@link #allReduce} does: rank 0 combines them alone. */
    public long mostThrough() {
        return Math.min(MOST_THROUGH, cells.capacity());
    }

    /**
     * An all-reduce of which rank 0 makes something else, from what the ranks have given, in its output, before all get it.
     *
     * @param length see {@link #run}
     */
    public void allReduce(long length, Runnable meanwhile) {
        ends.extent(length, 0);
        try {
            if (hasGathered(ends)) {
                meanwhile.run();
                hand();
            }
        } finally {
            ends.clear();
        }
    }

    private boolean hasGathered(Ends given) {
        engine.enter();
        try {
            return allReduce.gather(given);
        } finally {
            engine.exit();
        }
    }

    private void hand() {
        engine.enter();
        try {
            allReduce.hand(ends);
        } finally {
            engine.exit();
        }
    }

    @Override
    public boolean takesForeign() {
        return true;
    }

    @Override
    public Commons of(Element element) {
        return this;
    }

    @Override
    public Commons between(Object input, long inputOffset, Object output, long outputOffset) {
        ends.set(input, inputOffset, output, outputOffset);
        return this;
    }

    @Override
    public Commons reducing(int unit, Reduction reduction) {
        ends.reduction(unit, reduction);
        return this;
    }

    @Override
    public void run(Collective collective, long length, int root) {
        ends.extent(length, root);
        engine.enter();
        try {
            switch (collective) {
                case BCAST -> bcast.run(ends);
                case SCATTER -> scatter.run(ends);
                case SCAN -> scan.run(ends, false);
                case EX_SCAN -> scan.run(ends, true);
                case ALL_REDUCE -> allReduce.run(ends);
                case ALL_GATHER -> allGather.run(ends);
                case GATHER -> gather.run(ends);
                case REDUCE -> reduce.run(ends);
                case ALL_TO_ALL -> allToAll.run(ends);
                case REDUCE_SCATTER -> reduceScatter.run(ends);
                default -> throw new IllegalArgumentException("not done in common: " + collective);
            }
        } finally {
            ends.clear();
            engine.exit();
        }
    }

    /** Arrives and waits for the others. */
    void pass(Gate toPass) {
        if (toPass.arrive()) {
            open(toPass);
        } else {
            await(toPass.opened());
        }
    }

    /** Arrives; returns true at rank 0 when all have, which then opens, and false at the others when it has opened. */
    boolean gatherAt(Gate toPass) {
        boolean last = toPass.arrive();
        if (cells.self() == 0) {
            await(toPass.arrived());
            return true;
        }
        if (last) {
            engine.wakeNeighbour(places[0]);
        }
        await(toPass.opened());
        return false;
    }

    void open(Gate toOpen) {
        toOpen.open();
        wakeAll();
    }

    /** To be called when something has been written that any of them may wait for. */
    void wakeAll() {
        engine.wakeNeighbours(places);
    }

    /** The same for something that only one of them may wait for. */
    void wake(int rank) {
        engine.wakeNeighbour(places[rank]);
    }

    void await(Watch watch) {
        if (!watch.isOver()) {
            engine.await(watch);
        }
    }
}
