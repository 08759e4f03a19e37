package io.jmpi.samples;

/**
 * Which rank has which of many things, such as rows or bodies: in order, and no rank has more than one more than another.
 *
 * @param things how many there are
 * @param ranks among how many they are shared
 */
public record Partition(int things, int ranks) {

    /** How many a rank has. */
    public int count(int rank) {
        return things / ranks + (rank < things % ranks ? 1 : 0);
    }

    /** A rank's first. */
    public int first(int rank) {
        return things / ranks * rank + Math.min(rank, things % ranks);
    }

    /** How many elements each rank has when a thing has this many: the counts of a scatterv or gatherv. */
    public int[] counts(int width) {
        int[] counts = new int[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            counts[rank] = count(rank) * width;
        }
        return counts;
    }

    /** Where each rank's elements begin when a thing has this many: the displacements of a scatterv or gatherv. */
    public int[] displacements(int width) {
        int[] displacements = new int[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            displacements[rank] = first(rank) * width;
        }
        return displacements;
    }
}
