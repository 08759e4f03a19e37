package io.jmpi.coll;

/**
 * Who is in a communicator: its ranks as ranks in COMM_WORLD, and back. Immutable.
 */
public final class Members {

    /** What {@link #fromWorld} answers for a process that is not a member. */
    public static final int NONE = -1;

    private final int[] toWorld;
    private final int[] fromWorld;
    private final int rank;

    private Members(int[] toWorld, int worldSize, int self) {
        this.toWorld = toWorld;
        this.fromWorld = new int[worldSize];
        java.util.Arrays.fill(fromWorld, NONE);
        for (int member = 0; member < toWorld.length; member++) {
            fromWorld[toWorld[member]] = member;
        }
        this.rank = fromWorld[self];
    }

    /** Everybody, in order. */
    public static Members world(int size, int self) {
        int[] ranks = new int[size];
        for (int rank = 0; rank < size; rank++) {
            ranks[rank] = rank;
        }
        return new Members(ranks, size, self);
    }

    /**
     * Some, in the order given.
     *
     * @param worldRanks ranks in COMM_WORLD
     * @param self this process's rank in COMM_WORLD
     */
    public static Members of(int[] worldRanks, int worldSize, int self) {
        return new Members(worldRanks.clone(), worldSize, self);
    }

    /** How two groups compare. */
    public enum Comparison {
        SAME,
        REORDERED,
        DIFFERENT;

        /** The one that is further from being the same. */
        public Comparison orWorse(Comparison other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    /** Some of these members, this process among them, in the order given. */
    public Members some(int[] chosen) {
        int[] worldRanks = new int[chosen.length];
        for (int member = 0; member < chosen.length; member++) {
            worldRanks[member] = toWorld[chosen[member]];
        }
        return new Members(worldRanks, fromWorld.length, toWorld[rank]);
    }

    /** These, and then those of another group, as this process sees them. */
    Members and(Members others) {
        int[] all = java.util.Arrays.copyOf(toWorld, toWorld.length + others.toWorld.length);
        System.arraycopy(others.toWorld, 0, all, toWorld.length, others.toWorld.length);
        return new Members(all, fromWorld.length, toWorld[rank]);
    }

    public Comparison compare(Members other) {
        if (java.util.Arrays.equals(toWorld, other.toWorld)) {
            return Comparison.SAME;
        }
        if (toWorld.length != other.toWorld.length) {
            return Comparison.DIFFERENT;
        }
        for (int worldRank : toWorld) {
            if (other.fromWorld[worldRank] == NONE) {
                return Comparison.DIFFERENT;
            }
        }
        return Comparison.REORDERED;
    }

    public int size() {
        return toWorld.length;
    }

    /** This process's rank among the members, {@link #NONE} if it is not one. */
    public int rank() {
        return rank;
    }

    public int toWorld(int member) {
        return toWorld[member];
    }

    public int fromWorld(int worldRank) {
        return fromWorld[worldRank];
    }

    /** Number of processes in COMM_WORLD. */
    public int worldSize() {
        return fromWorld.length;
    }
}
