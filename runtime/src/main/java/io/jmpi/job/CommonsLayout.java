package io.jmpi.job;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where everything lies in the commons: the memory in which ranks of a node carry out collectives together.
 *
 * <pre>
 *        0  +------------------------------------------------+
 *           | gate of barriers and reductions                |  256 bytes: arrivals, and 128 behind it: opened
 *      256  +------------------------------------------------+
 *           | gate of the even halves of the track           |
 *      512  +------------------------------------------------+
 *           | gate of the odd halves                         |
 *      768  +------------------------------------------------+
 *           | how much of the track was ever filled          |
 *      832  +------------------------------------------------+
 *           | which gather or reduction changed the root last|
 *     1024  +------------------------------------------------+
 *           | track of broadcasts and scatters, in 2 halves  |  records
 *           +------------------------------------------------+
 *           | even cells, one a rank, and their result       |  64 bytes, then the data
 *           +------------------------------------------------+
 *           | odd cells, and their result                    |
 *           +------------------------------------------------+
 *           | pipes, one from each rank to the next          |
 *           +------------------------------------------------+
 *           | pipes, one from each rank to whoever is root   |  each pipe is a ring, as between two ranks
 *           +------------------------------------------------+
 * </pre>
 */
public final class CommonsLayout {

    public static final int GATE = 0;
    public static final int EVEN_HALVES = 256;
    public static final int ODD_HALVES = 512;
    public static final int FILLED = 768;
    public static final int GATHERED = 832;
    public static final int TRACK = 1024;

    /** From the word with the arrivals of a gate to the one that tells when it was opened. */
    public static final int OPENED = 128;

    /**
     * Bytes of half of the track. Where ranks share processors each half takes a turn of each rank: with a quarter of it, 8
     * ranks on 2 processors need half as long again for broadcasts of 64 KiB or 1 MiB.
     */
    public static final int HALF = 1 << 20;

    /** What a cell begins with. */
    public static final int HEADER = 64;

    /** With a quarter of it, the same need half as long again for gathers of 64 KiB. */
    private static final int LARGEST_PIPE = 512 << 10;

    private static final int SMALLEST_PIPE = 8 << 10;
    private static final int PIPES_TOGETHER = 4 << 20; // of a kind

    /** With an eighth of it, twice as long for an all-to-all of 64 KiB and an all-reduce of 1 MiB. */
    private static final int LARGEST_CELL = 512 << 10;

    private static final int SMALLEST_CELL = 1 << 10;
    private static final int CELLS_TOGETHER = 8 << 20;

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
        return TRACK + 2 * HALF + (odd * (localSize + 1) + localRank) * (HEADER + cell(localSize));
    }

    /** Where the result of the cells is. */
    public static int resultOffset(int localSize, int odd) {
        return cellOffset(localSize, odd, localSize);
    }

    /** The pipe from a rank to the next. */
    public static ByteBuffer pipe(ByteBuffer commons, int localSize, int localRank) {
        return commons.slice(pipeOffset(localSize, localRank), pipe(localSize)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The pipe from a rank to the root. */
    public static ByteBuffer inward(ByteBuffer commons, int localSize, int localRank) {
        return pipe(commons, localSize, localSize + localRank);
    }

    private static int pipeOffset(int localSize, int pipe) {
        return cellOffset(localSize, 2, 0) + pipe * pipe(localSize);
    }

    /** Bytes of a pipe. */
    private static int pipe(int localSize) {
        int pipe = LARGEST_PIPE;
        while (pipe > SMALLEST_PIPE && localSize * pipe > PIPES_TOGETHER) {
            pipe /= 2;
        }
        return pipe;
    }

    /** Bytes of all, 0 where there are none: for a single rank, and where memory is short. */
    static int length(int localSize, int ringStride) {
        return ringStride < SegmentPlacement.USEFUL_RING ? 0 : length(localSize);
    }

    /** Bytes for so many ranks, 0 for a single one. */
    public static int length(int ranks) {
        return ranks < 2 ? 0 : pipeOffset(ranks, 2 * ranks);
    }
}
