package io.jmpi.collectives;

import java.util.Arrays;

/**
 * Which ranks of a communicator share a node. Immutable.
 *
 * <p>Nodes are numbered in the order of their lowest ranks. That rank leads the node, unless an algorithm has a root, which
 * then leads its own.
 */
public final class Nodes {

    private final int[] nodes;
    private final int[][] ranks;
    private final boolean crowded;

    private Nodes(int[] nodes, int[][] ranks, boolean crowded) {
        this.nodes = nodes;
        this.ranks = ranks;
        this.crowded = crowded;
    }

    /** All ranks on one node. */
    public static Nodes one(int size) {
        return of(new int[size]);
    }

    /** From a number for each rank, equal for those that share a node. */
    public static Nodes of(int... nodeOfRank) {
        return of(false, nodeOfRank);
    }

    /** Like {@link #of}; where they turn out to be one node, its ranks outnumber its processors. */
    public static Nodes crowded(int... nodeOfRank) {
        return of(true, nodeOfRank);
    }

    /** So many ranks on each node, one node after the other; on the last what is left. */
    static Nodes inBlocks(int size, int perNode) {
        int count = (size - 1) / perNode + 1;
        int[] nodes = new int[size];
        int[][] ranks = new int[count][];
        for (int node = 0; node < count; node++) {
            int first = node * perNode;
            ranks[node] = new int[Math.min(perNode, size - first)];
            for (int place = 0; place < ranks[node].length; place++) {
                nodes[first + place] = node;
                ranks[node][place] = first + place;
            }
        }
        return new Nodes(nodes, ranks, false);
    }

    private static Nodes of(boolean crowded, int... nodeOfRank) {
        int size = nodeOfRank.length;
        int[] nodes = new int[size];
        int[] names = new int[size];
        int[] counts = new int[size];
        int count = 0;
        for (int rank = 0; rank < size; rank++) {
            int node = 0;
            while (node < count && names[node] != nodeOfRank[rank]) {
                node++;
            }
            if (node == count) {
                names[count++] = nodeOfRank[rank];
            }
            nodes[rank] = node;
            counts[node]++;
        }
        int[][] ranks = new int[count][];
        for (int node = 0; node < count; node++) {
            ranks[node] = new int[counts[node]];
        }
        Arrays.fill(counts, 0);
        for (int rank = 0; rank < size; rank++) {
            ranks[nodes[rank]][counts[nodes[rank]]++] = rank;
        }
        return new Nodes(nodes, ranks, crowded && count == 1);
    }

    /** Number of ranks. */
    public int size() {
        return nodes.length;
    }

    /** Number of nodes. */
    public int count() {
        return ranks.length;
    }

    /**
     * Whether the forms of two levels serve: several nodes, and one of them with several ranks; or one node whose ranks
     * outnumber its processors, where each level of a tree costs turns of the scheduler.
     */
    public boolean haveLevels() {
        return ranks.length > 1 ? ranks.length < nodes.length : crowded;
    }

    /** The node of a rank. */
    public int node(int rank) {
        return nodes[rank];
    }

    /** The ranks of a node, in order. */
    public int[] ranks(int node) {
        return ranks[node].clone();
    }

    /** Whether a rank leads its node. */
    public boolean leads(int rank) {
        return ranks[nodes[rank]][0] == rank;
    }

    /** The rank that leads a node when the ranks are led by a root. */
    int leader(int node, int root) {
        return nodes[root] == node ? root : ranks[node][0];
    }

    /** The ranks of a node, its leader first. */
    Crew crew(int rank, int root) {
        int[] ordered = ranks[nodes[rank]].clone();
        int leader = leader(nodes[rank], root);
        int place = 0;
        while (ordered[place] != leader) {
            place++;
        }
        System.arraycopy(ordered, 0, ordered, 1, place);
        ordered[0] = leader;
        int own = 0;
        while (ordered[own] != rank) {
            own++;
        }
        return new Crew(ordered, own);
    }

    /** The leaders of all nodes, the root first. For a leader. */
    Crew leaders(int rank, int root) {
        return Crew.ofLeaders(this, rank, root);
    }
}
