package io.jmpi.job;

/**
 * Which rank of a job is on which node.
 *
 * <p>Nodes are numbered from 0 and each has at least one rank. The ranks of a node are numbered among themselves in the
 * order of their ranks in the job, which need not be neighbours there.
 */
public final class Placement {

    private final int[] nodes;
    private final int[] localRanks;
    private final int[][] ranks;

    private Placement(int[] nodes, int[] localRanks, int[][] ranks) {
        this.nodes = nodes;
        this.localRanks = localRanks;
        this.ranks = ranks;
    }

    /** All ranks on one node. */
    public static Placement onOneNode(int size) {
        return of(new int[size]);
    }

    /**
     * A placement from the node of each rank.
     *
     * @throws IllegalArgumentException when there is no rank, or a node between 0 and the highest has none
     */
    public static Placement of(int... nodeOfRank) {
        int[] nodes = nodeOfRank.clone();
        int count = 0;
        for (int node : nodes) {
            count = Math.max(count, node + 1);
        }
        int[] sizes = new int[count];
        int[] localRanks = new int[nodes.length];
        for (int rank = 0; rank < nodes.length; rank++) {
            localRanks[rank] = sizes[nodes[rank]]++;
        }
        int[][] ranks = new int[count][];
        for (int node = 0; node < count; node++) {
            if (sizes[node] == 0) {
                throw new IllegalArgumentException("node " + node + " of " + count + " has no rank");
            }
            ranks[node] = new int[sizes[node]];
        }
        for (int rank = 0; rank < nodes.length; rank++) {
            ranks[nodes[rank]][localRanks[rank]] = rank;
        }
        if (count == 0) {
            throw new IllegalArgumentException("a job has at least one rank");
        }
        return new Placement(nodes, localRanks, ranks);
    }

    /** Number of ranks of the job. */
    public int size() {
        return nodes.length;
    }

    /** Number of nodes of the job. */
    public int nodes() {
        return ranks.length;
    }

    /** The node that a rank is on. */
    public int node(int rank) {
        return nodes[rank];
    }

    /** A rank's number among those of its node. */
    public int localRank(int rank) {
        return localRanks[rank];
    }

    /** Number of ranks on a node. */
    public int localSize(int node) {
        return ranks[node].length;
    }

    /** The rank in the job of a node's rank. */
    public int rank(int node, int localRank) {
        return ranks[node][localRank];
    }
}
