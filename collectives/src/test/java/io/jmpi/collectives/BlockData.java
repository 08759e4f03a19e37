package io.jmpi.collectives;

import java.util.Arrays;
import java.util.Random;

/** Blocks of data, one for each rank, and the vector in which they lie. */
final class BlockData {

    private final int[] counts;
    private final int[] displs;
    private final int length;

    private BlockData(int[] counts, int[] displs, int length) {
        this.counts = counts;
        this.displs = displs;
        this.length = length;
    }

    static BlockData uniform(int size, int count) {
        int[] counts = new int[size];
        int[] displs = new int[size];
        Arrays.fill(counts, count);
        Arrays.setAll(displs, rank -> rank * count);
        return new BlockData(counts, displs, size * count);
    }

    /** Counts of 0 to 3, in a random order with gaps between them. */
    static BlockData random(int size, Random random) {
        int[] counts = new int[size];
        Arrays.setAll(counts, rank -> random.nextInt(4));
        return scattered(counts, random);
    }

    /** The same counts as another's, lying elsewhere. */
    static BlockData scattered(int[] counts, Random random) {
        int[] displs = new int[counts.length];
        int[] order = new int[counts.length];
        int length = 0;
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        for (int rank : order) {
            displs[rank] = length;
            length += counts[rank] + random.nextInt(2);
        }
        return new BlockData(counts, displs, length);
    }

    int[] counts() {
        return counts;
    }

    int[] displs() {
        return displs;
    }

    int count(int rank) {
        return counts[rank];
    }

    /** The counts as far as a rank knows them if only the root does. */
    int[] countsAt(int rank, int root) {
        return rank == root ? counts : null;
    }

    /** All blocks in their places; the gaps are unwritten. */
    long[] vector() {
        long[] vector = Proof.unwritten(length);
        for (int rank = 0; rank < counts.length; rank++) {
            put(rank, vector);
        }
        return vector;
    }

    /** One rank's block in its place, the rest unwritten. */
    long[] only(int rank) {
        long[] vector = Proof.unwritten(length);
        put(rank, vector);
        return vector;
    }

    private void put(int rank, long[] vector) {
        System.arraycopy(Proof.data(rank, counts[rank]), 0, vector, displs[rank], counts[rank]);
    }

    /** Gives each rank its block as INPUT. */
    Proof blocksIn(Proof proof) {
        for (int rank = 0; rank < counts.length; rank++) {
            proof.input(rank, Proof.data(rank, counts[rank]));
        }
        return proof;
    }

    /** Expects of each rank its block as OUTPUT. */
    Proof blocksOut(Proof proof) {
        for (int rank = 0; rank < counts.length; rank++) {
            proof.output(rank, Proof.data(rank, counts[rank]));
        }
        return proof;
    }
}
