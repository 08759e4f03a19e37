package mpi;

import io.jmpi.coll.Members;
import java.util.Arrays;

/**
 * An ordered set of processes (MPI 4.1, 7.3). A process's place in it is its rank.
 *
 * <p>Immutable but for {@link #free}; may be used from any thread.
 */
public final class Group implements Freeable {

    private static final int NONE = -1;

    /** Ranks in COMM_WORLD; null when freed. */
    private int[] members;

    Group(int... members) {
        this.members = members;
    }

    static Group of(Members members) {
        int[] ranks = new int[members.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[rank] = members.toWorld(rank);
        }
        return new Group(ranks);
    }

    /** Ranks in COMM_WORLD, in order; not to be changed. */
    int[] members() {
        if (members == null) {
            throw new MPIException(MPI.ERR_GROUP, "the group is null; it has been freed");
        }
        return members;
    }

    private static int[] members(Group group) {
        if (group == null) {
            throw new MPIException(MPI.ERR_GROUP, "the group is null");
        }
        return group.members();
    }

    private static int find(int[] members, int process) {
        for (int rank = 0; rank < members.length; rank++) {
            if (members[rank] == process) {
                return rank;
            }
        }
        return NONE;
    }

    /**
     * Number of processes in the group.
     *
     * @return 0 or more
     * @throws MPIException when the group is null
     */
    public int getSize() throws MPIException {
        return members().length;
    }

    /**
     * This process's rank in the group.
     *
     * @return 0 to size - 1, {@link MPI#UNDEFINED} if it is not in it
     * @throws MPIException when the group is null
     */
    public int getRank() throws MPIException {
        int rank = find(members(), MPI.joined().world().rank());
        return rank == NONE ? MPI.UNDEFINED : rank;
    }

    /**
     * Frees the group; it is null afterwards.
     *
     * @throws MPIException when the group is null or {@link MPI#GROUP_EMPTY}
     */
    @Override
    public void free() throws MPIException {
        members();
        if (this == MPI.GROUP_EMPTY) {
            throw new MPIException(MPI.ERR_GROUP, "MPI.GROUP_EMPTY cannot be freed");
        }
        members = null;
    }

    /**
     * Whether the group has been freed.
     *
     * @return true if so
     */
    public boolean isNull() {
        return members == null;
    }

    /**
     * What ranks of one group are in another.
     *
     * @param group1 one
     * @param ranks1 ranks in it, or {@link MPI#PROC_NULL}
     * @param group2 the other
     * @return the ranks of the same processes in the other, {@link MPI#UNDEFINED} for those that are not in it
     * @throws MPIException when a group is null or a rank out of range
     */
    public static int[] translateRanks(Group group1, int[] ranks1, Group group2) throws MPIException {
        int[] from = members(group1);
        int[] to = members(group2);
        int[] ranks2 = new int[ranks1.length];
        for (int i = 0; i < ranks1.length; i++) {
            if (ranks1[i] == MPI.PROC_NULL) {
                ranks2[i] = MPI.PROC_NULL;
            } else {
                check(ranks1[i], from.length);
                int rank = find(to, from[ranks1[i]]);
                ranks2[i] = rank == NONE ? MPI.UNDEFINED : rank;
            }
        }
        return ranks2;
    }

    /**
     * Compares two groups.
     *
     * @param group1 one
     * @param group2 the other
     * @return {@link MPI#IDENT}, {@link MPI#SIMILAR} if the order differs, or {@link MPI#UNEQUAL}
     * @throws MPIException when a group is null
     */
    public static int compare(Group group1, Group group2) throws MPIException {
        int[] one = members(group1);
        int[] other = members(group2);
        if (Arrays.equals(one, other)) {
            return MPI.IDENT;
        }
        return one.length == other.length && minus(one, other).length == 0 ? MPI.SIMILAR : MPI.UNEQUAL;
    }

    /**
     * All processes of two groups: those of the first, then those only the second has.
     *
     * @param group1 the first
     * @param group2 the second
     * @return a new group
     * @throws MPIException when a group is null
     */
    public static Group union(Group group1, Group group2) throws MPIException {
        int[] first = members(group1);
        int[] more = minus(members(group2), first);
        int[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return new Group(all);
    }

    /**
     * The processes that are in both groups, in the order of the first.
     *
     * @param group1 the first
     * @param group2 the second
     * @return a new group
     * @throws MPIException when a group is null
     */
    public static Group intersection(Group group1, Group group2) throws MPIException {
        int[] first = members(group1);
        return new Group(minus(first, minus(first, members(group2))));
    }

    /**
     * The processes that are in the first group and not in the second, in the order of the first.
     *
     * @param group1 the first
     * @param group2 the second
     * @return a new group
     * @throws MPIException when a group is null
     */
    public static Group difference(Group group1, Group group2) throws MPIException {
        return new Group(minus(members(group1), members(group2)));
    }

    private static int[] minus(int[] from, int[] others) {
        int[] rest = new int[from.length];
        int count = 0;
        for (int process : from) {
            if (find(others, process) == NONE) {
                rest[count++] = process;
            }
        }
        return Arrays.copyOf(rest, count);
    }

    /**
     * Some processes of the group, in the order given.
     *
     * @param ranks their ranks, each once
     * @return a new group
     * @throws MPIException when a rank is out of range or there twice
     */
    public Group incl(int[] ranks) throws MPIException {
        int[] from = members();
        boolean[] seen = new boolean[from.length];
        int[] chosen = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            check(ranks[i], from.length);
            if (seen[ranks[i]]) {
                throw new MPIException(MPI.ERR_RANK, "rank=" + ranks[i] + " is there twice");
            }
            seen[ranks[i]] = true;
            chosen[i] = from[ranks[i]];
        }
        return new Group(chosen);
    }

    /**
     * All processes of the group but some.
     *
     * @param ranks the ranks of those, each once
     * @return a new group
     * @throws MPIException when a rank is out of range or there twice
     */
    public Group excl(int[] ranks) throws MPIException {
        return new Group(minus(members(), incl(ranks).members));
    }

    /**
     * Like {@link #incl}, with ranges of ranks.
     *
     * @param ranges of first rank, last rank and stride each
     * @return a new group
     * @throws MPIException when a range is none, or a rank out of range or there twice
     */
    public Group rangeIncl(int[][] ranges) throws MPIException {
        return incl(ranks(ranges));
    }

    /**
     * Like {@link #excl}, with ranges of ranks.
     *
     * @param ranges of first rank, last rank and stride each
     * @return a new group
     * @throws MPIException when a range is none, or a rank out of range or there twice
     */
    public Group rangeExcl(int[][] ranges) throws MPIException {
        return excl(ranks(ranges));
    }

    /** What ranges mean: first, first + stride, ... up to last, maybe none. */
    private int[] ranks(int[][] ranges) {
        int size = members().length;
        int[] ranks = new int[size];
        int count = 0;
        for (int[] range : ranges) {
            if (range.length != 3 || range[2] == 0) {
                throw new MPIException(
                        MPI.ERR_ARG,
                        "a range has first rank, last rank and a stride other than 0, not " + Arrays.toString(range));
            }
            for (long rank = range[0]; range[2] > 0 ? rank <= range[1] : rank >= range[1]; rank += range[2]) {
                check((int) rank, size);
                if (count == size) {
                    throw new MPIException(MPI.ERR_RANK, "rank=" + rank + " is there twice");
                }
                ranks[count++] = (int) rank;
            }
        }
        return Arrays.copyOf(ranks, count);
    }

    private static void check(int rank, int size) {
        if (rank < 0 || rank >= size) {
            throw new MPIException(
                    MPI.ERR_RANK, "rank out of range: rank=" + rank + ", the group has " + size + " processes");
        }
    }
}
