package io.jmpi.collectives;

/**
 * The binomial tree over places 0..n-1: the parent of a place is the place without its lowest bit.
 *
 * <pre>
 *          0
 *        / | \
 *       4  2  1
 *       |  |
 *       5  3
 * </pre>
 *
 * The subtree of a place is a run of places beginning with itself, which is what lets data be gathered in order.
 */
record BinomialTree(int size) {

    int parent(int place) {
        return place & (place - 1);
    }

    /** Distance to the first child that a place of this size does not have: its lowest bit, or the tree's for 0. */
    int limit(int place) {
        if (place != 0) {
            return Integer.lowestOneBit(place);
        }
        return size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    /** Number of places in the subtree of a place, itself included. */
    int subtree(int place) {
        return Math.min(limit(place), size - place);
    }

    /** Distance to the farthest child, which has the deepest subtree; 0 for a leaf. Children lie at all powers of two up to it. */
    int farthestChild(int place) {
        int reach = subtree(place) - 1;
        return Integer.highestOneBit(reach);
    }
}
