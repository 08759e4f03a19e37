package io.jmpi.job;

/**
 * Where everything lies in the commons: the memory in which ranks of a node carry out collectives together.
 *
 * <pre>
 *        0  +------------------------------------------------+
 *           | gate of barriers and reductions                |  256 bytes: arrivals, and 128 behind it: opened
 *      256  +------------------------------------------------+
 *           | gate of the even halves of the slots           |
 *      512  +------------------------------------------------+
 *           | gate of the odd halves                         |
 *      768  +------------------------------------------------+
 *           | how many slots were ever filled                |
 *     1024  +------------------------------------------------+
 *           | 2 halves of 32 slots, one piece of a bcast each |  64 bytes (length of the message), then the piece
 *           +------------------------------------------------+
 *           | even cells, one a rank, and their result       |  64 bytes, then the data
 *           +------------------------------------------------+
 *           | odd cells, and their result                    |
 *           +------------------------------------------------+
 *           | pipes, one from each rank to the next          |
 *           +------------------------------------------------+
 *
 *   pipe
 *        0  +------------------------------------------------+
 *           | how many slots were ever filled                |
 *      128  +------------------------------------------------+
 *           | how many were emptied                          |
 *      256  +------------------------------------------------+
 *           | 32 slots, one piece of a scan each             |  64 bytes (length of the whole), then the piece
 *           +------------------------------------------------+
 * </pre>
 */
public final class CommonsLayout {

    public static final int GATE = 0;
    public static final int EVEN_HALVES = 256;
    public static final int ODD_HALVES = 512;
    public static final int FILLED = 768;
    public static final int SLOTS = 1024;

    /** From the word with the arrivals of a gate to the one that tells when it was opened. */
    public static final int OPENED = 128;

    /** Slots in half of them. */
    public static final int HALF = 32;

    /** What a slot or a cell begins with. */
    public static final int HEADER = 64;

    /** Bytes of a slot's piece. */
    public static final int PIECE = 8 << 10;

    public static final int SLOT = HEADER + PIECE;

    public static final int EMPTIED = 128;

    /** What a pipe begins with. */
    public static final int PIPE = 256;

    public static final int PIPE_SLOTS = 32;

    /** Bytes of a scan's piece. */
    public static final int PIPE_PIECE = 4 << 10;

    public static final int PIPE_SLOT = HEADER + PIPE_PIECE;

    /** Fewer ranks have nothing that messages would not do as well. */
    private static final int FEWEST = 3;

    private static final int LARGEST_CELL = 64 << 10;
    private static final int SMALLEST_CELL = 1 << 10;
    private static final int CELLS_TOGETHER = 2 << 20;

    private CommonsLayout() {}

    /** Bytes of data that the cell of each rank holds. */
    public static int cell(int localSize) {
        int cell = LARGEST_CELL;
        while (cell > SMALLEST_CELL && 2 * localSize * cell > CELLS_TOGETHER) {
            cell /= 2;
        }
        return cell;
    }

    /** Where the cell of a rank is. */
    public static int cellOffset(int localSize, int odd, int localRank) {
        return SLOTS + 2 * HALF * SLOT + (odd * (localSize + 1) + localRank) * (HEADER + cell(localSize));
    }

    /** Where the result of the cells is. */
    public static int resultOffset(int localSize, int odd) {
        return cellOffset(localSize, odd, localSize);
    }

    /** Where the pipe is that a rank fills. */
    public static int pipeOffset(int localSize, int localRank) {
        return cellOffset(localSize, 2, 0) + localRank * (PIPE + PIPE_SLOTS * PIPE_SLOT);
    }

    /** Bytes of all, 0 where there are none: for few ranks, and where memory is short. */
    static int length(int localSize, int ringStride) {
        return ringStride < SegmentPlacement.USEFUL_RING ? 0 : length(localSize);
    }

    /** Bytes for so many ranks, 0 if they are few. */
    public static int length(int ranks) {
        return ranks < FEWEST ? 0 : pipeOffset(ranks, ranks);
    }
}
