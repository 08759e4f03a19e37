package io.jmpi.collectives;

/** The sizes that every algorithm is proved at. */
final class Sizes {

    /** Every size up to here, with every root. */
    static final int EXHAUSTIVE = 64;

    /** Beyond, some that are near powers of two or far from them. */
    static final int[] LARGE = {100, 255, 256, 1000};

    private Sizes() {}

    @FunctionalInterface
    interface SizeAndRoot {
        void accept(int size, int root);
    }

    static void forEachRoot(SizeAndRoot test) {
        for (int size = 1; size <= EXHAUSTIVE; size++) {
            for (int root = 0; root < size; root++) {
                test.accept(size, root);
            }
        }
        for (int size : LARGE) {
            test.accept(size, size / 3);
        }
    }

    /** Rounds of a tree: the logarithm to base 2, rounded up. */
    static int lg(int size) {
        return 32 - Integer.numberOfLeadingZeros(size - 1);
    }

    /** A delivery for this case, so that a loop over cases goes through all. */
    static Delivery delivery(int size, int root) {
        return Delivery.values()[(size + root) % Delivery.values().length];
    }
}
