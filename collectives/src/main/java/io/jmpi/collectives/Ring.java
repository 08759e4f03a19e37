package io.jmpi.collectives;

/** Ranks in a circle that starts at a root, so that a tree drawn for root 0 serves every root. */
record Ring(int size, int root) {

    /** Distance of a rank from the root. */
    int place(int rank) {
        return rank >= root ? rank - root : rank - root + size;
    }

    /** The rank at a distance from the root, which may be any from -size to 2 size - 1. */
    int rank(int place) {
        return Math.floorMod(place + root, size);
    }
}
