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

    /** Number of places in the subtree of a place, itself included. */
    int subtree(int place) {
        return place == 0 ? size : Math.min(Integer.lowestOneBit(place), size - place);
    }

    /** Distance to the farthest child, which has the deepest subtree; 0 if none. The others lie at 1, 2, 4, ... */
    int farthestChild(int place) {
        return Integer.highestOneBit(subtree(place) - 1);
    }
}
