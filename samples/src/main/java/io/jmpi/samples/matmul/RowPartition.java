package io.jmpi.samples.matmul;

/** Which rank has which rows: in order, and no rank has more than one row more than another. */
record RowPartition(int rows, int ranks) {

    /** How many rows a rank has. */
    int count(int rank) {
        return rows / ranks + (rank < rows % ranks ? 1 : 0);
    }

    /** A rank's first row. */
    int first(int rank) {
        return rows / ranks * rank + Math.min(rank, rows % ranks);
    }

    /** How many elements each rank has when a row has this many: the counts of a scatterv or gatherv. */
    int[] counts(int width) {
        int[] counts = new int[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            counts[rank] = count(rank) * width;
        }
        return counts;
    }

    /** Where each rank's elements begin when a row has this many: the displacements of a scatterv or gatherv. */
    int[] displacements(int width) {
        int[] displacements = new int[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            displacements[rank] = first(rank) * width;
        }
        return displacements;
    }
}
