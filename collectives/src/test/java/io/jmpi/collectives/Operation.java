package io.jmpi.collectives;

/** A reduction whose values tell what went into them. */
enum Operation {
    /**
     * Sums of pseudo-random weights, one for each rank and element: equal to the expected sum only if each operand went
     * in once.
     */
    SUM(true) {
        @Override
        long operand(int rank, long element) {
            return mix(rank * 0x9E3779B97F4A7C15L + element);
        }

        @Override
        long apply(long left, long right) {
            return left + right;
        }

        @Override
        long reduced(int from, int to, long element) {
            long sum = 0;
            for (int rank = from; rank < to; rank++) {
                sum += operand(rank, element);
            }
            return sum;
        }
    },

    /** Joining of neighbouring spans of ranks, as concatenation joins strings; any other operands are an error. */
    JOIN(false) {
        @Override
        long operand(int rank, long element) {
            return reduced(rank, rank + 1, element);
        }

        @Override
        long apply(long left, long right) {
            int middle = to(left);
            if (element(left) != element(right) || middle != from(right)) {
                throw new AssertionError(text(left) + " op " + text(right));
            }
            return reduced(from(left), to(right), element(left));
        }

        @Override
        long reduced(int from, int to, long element) {
            return element << 32 | (long) from << 16 | to;
        }
    };

    private final boolean commutative;

    Operation(boolean commutative) {
        this.commutative = commutative;
    }

    boolean isCommutative() {
        return commutative;
    }

    /** What a rank contributes to an element. */
    abstract long operand(int rank, long element);

    abstract long apply(long left, long right);

    /** The operands of ranks from..to-1, reduced in order. */
    abstract long reduced(int from, int to, long element);

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static int from(long span) {
        return (int) (span >>> 16 & 0xFFFF);
    }

    private static int to(long span) {
        return (int) (span & 0xFFFF);
    }

    private static long element(long span) {
        return span >>> 32;
    }

    private static String text(long span) {
        return "ranks " + from(span) + ".." + (to(span) - 1) + " of element " + element(span);
    }
}
