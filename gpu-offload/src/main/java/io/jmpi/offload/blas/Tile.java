package io.jmpi.offload.blas;

import io.jmpi.offload.Range;

/** The shape of a kernel that multiplies panels: how large a part of C it makes at a time, and how. Immutable. */
sealed interface Tile permits RegisterTile, LocalTile {

    /** Rows of a panel of A, and of a tile of C. */
    int rows();

    /** Columns of a panel of B, and of a tile of C. */
    int columns();

    /** Panels are as long as a multiple of it. */
    int depthStep();

    /**
     * The kernel: {@code gemm(m, n, k, alpha, a, b, beta, c, ldc)}, where k is the length of panels, and what C holds is not
     * read where beta is 0.
     */
    String source(Real real);

    /** The work-items for a product. */
    Range range(int m, int n);

    /** In a word, from which {@link #parse} makes it again. */
    String text();

    /** @throws IllegalArgumentException when it is no tile's text */
    static Tile parse(String text) {
        String[] words = text.strip().split(" ");
        int[] numbers = new int[words.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(words[i + 1]);
        }
        return switch (words[0] + numbers.length) {
            case RegisterTile.NAME + 5 -> new RegisterTile(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
            case LocalTile.NAME + 6 ->
                new LocalTile(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
            default -> throw new IllegalArgumentException("no tile: " + text);
        };
    }

    /** Panels of so many rows that cover these. */
    static int panels(int length, int width) {
        return (length + width - 1) / width;
    }
}
