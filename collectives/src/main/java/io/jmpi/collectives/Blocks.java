package io.jmpi.collectives;

/** Where the ranks' blocks lie in one vector. */
interface Blocks {

    /** First element of a rank's block. */
    long start(int rank);

    /** Elements in a rank's block. */
    long count(int rank);

    /** One past the last element of a rank's block. */
    default long end(int rank) {
        return start(rank) + count(rank);
    }

    /** Elements in a run of adjacent blocks. */
    default long run(int first, int blocks) {
        return blocks == 0 ? 0 : end(first + blocks - 1) - start(first);
    }

    /** Blocks of the same count, one after the other. */
    static Blocks uniform(long count) {
        return new Blocks() {
            @Override
            public long start(int rank) {
                return rank * count;
            }

            @Override
            public long count(int rank) {
                return count;
            }
        };
    }

    /** A vector cut into parts that differ by one element at most; some are empty if it is shorter than parts. */
    static Blocks split(long total, int parts) {
        return new Blocks() {
            @Override
            public long start(int part) {
                return total / parts * part + total % parts * part / parts;
            }

            @Override
            public long count(int part) {
                return start(part + 1) - start(part);
            }
        };
    }

    /** Blocks as the v-forms give them. The arrays are read, not kept beyond the making of a schedule. */
    static Blocks of(int[] counts, int[] displs) {
        return new Blocks() {
            @Override
            public long start(int rank) {
                return displs[rank];
            }

            @Override
            public long count(int rank) {
                return counts[rank];
            }
        };
    }

    /** Blocks of the given counts, one after the other. */
    static Blocks adjacent(int[] counts) {
        long[] starts = new long[counts.length];
        for (int rank = 1; rank < counts.length; rank++) {
            starts[rank] = starts[rank - 1] + counts[rank - 1];
        }
        return new Blocks() {
            @Override
            public long start(int rank) {
                return starts[rank];
            }

            @Override
            public long count(int rank) {
                return counts[rank];
            }
        };
    }
}
