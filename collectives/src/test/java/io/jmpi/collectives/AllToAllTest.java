package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllToAllTest {

    enum Way {
        BRUCK,
        PAIRWISE,
        SPREAD,
        SPREAD_IN_WINDOWS,
        CHOSEN,
        CHOSEN_FOR_LONG_BLOCKS,
        CHOSEN_FOR_HUGE_ELEMENTS;

        Schedule schedule(int rank, int size, long count, boolean inPlace) {
            return switch (this) {
                case BRUCK -> BruckAllToAll.schedule(rank, size, count, inPlace);
                case PAIRWISE -> spread(rank, size, count, inPlace, 1);
                case SPREAD -> spread(rank, size, count, inPlace, size);
                case SPREAD_IN_WINDOWS -> spread(rank, size, count, inPlace, 3);
                case CHOSEN -> Collectives.allToAll(rank, size, count, 8, inPlace);
                case CHOSEN_FOR_LONG_BLOCKS -> Collectives.allToAll(rank, size, count, 1000, inPlace);
                case CHOSEN_FOR_HUGE_ELEMENTS -> Collectives.allToAll(rank, size, count, 1 << 20, inPlace);
            };
        }

        private static Schedule spread(int rank, int size, long count, boolean inPlace, int window) {
            return inPlace
                    ? SwappingAllToAll.schedule(rank, size, count)
                    : SpreadAllToAll.schedule(rank, size, count, window);
        }
    }

    private static SimulatedRanks prove(Way way, int size, int count, boolean inPlace, int seed) {
        int[][] counts = new int[size][size];
        for (int[] row : counts) {
            Arrays.fill(row, count);
        }
        return proof(counts, null, null, inPlace)
                .run(rank -> way.schedule(rank, size, count, inPlace), Operation.SUM, Sizes.delivery(size, seed), seed);
    }

    /** Element i from one rank to another. */
    private static long value(int from, int to, int i) {
        return (from * 1000L + to) * 1000 + i;
    }

    /** The data between ranks, counts[from][to] elements each, laid out as given, or else one after the other. */
    private static Proof proof(int[][] counts, int[][] sendDispls, int[][] recvDispls, boolean inPlace) {
        int size = counts.length;
        Proof proof = new Proof(size);
        for (int rank = 0; rank < size; rank++) {
            int[] incoming = column(counts, rank);
            long[] sent = Proof.unwritten(length(counts[rank]));
            long[] received = Proof.unwritten(length(incoming));
            for (int peer = 0; peer < size; peer++) {
                int out = sendDispls == null ? counts[rank][0] * peer : sendDispls[rank][peer];
                int in = recvDispls == null ? incoming[0] * peer : recvDispls[rank][peer];
                for (int i = 0; i < counts[rank][peer]; i++) {
                    sent[out + i] = value(rank, peer, i);
                }
                for (int i = 0; i < incoming[peer]; i++) {
                    received[in + i] = value(peer, rank, i);
                }
            }
            if (inPlace) {
                proof.output(rank, sent, received);
            } else {
                proof.input(rank, sent).output(rank, received);
            }
        }
        return proof;
    }

    private static int[] column(int[][] counts, int rank) {
        int[] column = new int[counts.length];
        Arrays.setAll(column, from -> counts[from][rank]);
        return column;
    }

    /** Room for the blocks and a gap after each. */
    private static int length(int[] counts) {
        return Arrays.stream(counts).sum() + counts.length;
    }

    @ParameterizedTest
    @EnumSource
    void shouldBringEveryBlockToItsRank(Way way) {
        for (int size = 1; size <= Sizes.EXHAUSTIVE; size++) {
            prove(way, size, 1, false, 0);
            prove(way, size, 2, true, 1);
            prove(way, size, 1, false, 2);
            prove(way, size, 1, true, 3);
        }
        prove(way, 100, 1, false, 0);
        prove(way, 255, 1, true, 1);
    }

    @Test
    void shouldBringBlocksOfAnyCountToTheirRanks() {
        Random random = new Random(4);
        for (int size = 1; size <= Sizes.EXHAUSTIVE; size++) {
            boolean inPlace = size % 3 == 0;
            int[][] counts = new int[size][];
            for (int rank = 0; rank < size; rank++) {
                counts[rank] = BlockData.random(size, random).counts();
                for (int peer = 0; inPlace && peer < rank; peer++) {
                    counts[rank][peer] = counts[peer][rank];
                }
            }
            int[][] sendDispls = new int[size][];
            int[][] recvDispls = new int[size][];
            for (int rank = 0; rank < size; rank++) {
                recvDispls[rank] =
                        BlockData.scattered(column(counts, rank), random).displs();
                sendDispls[rank] = inPlace
                        ? recvDispls[rank]
                        : BlockData.scattered(counts[rank], random).displs();
            }
            int ranks = size;
            proof(counts, sendDispls, recvDispls, inPlace)
                    .run(
                            rank -> Collectives.allToAllv(
                                    rank,
                                    ranks,
                                    inPlace ? null : counts[rank],
                                    inPlace ? null : sendDispls[rank],
                                    column(counts, rank),
                                    recvDispls[rank],
                                    inPlace),
                            Operation.SUM,
                            Sizes.delivery(size, size / 4),
                            size);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendNothingWhenThereIsNothing(Way way) {
        assertEquals(0, prove(way, 7, 0, false, 0).messages());
    }

    @Test
    void shouldTakeLogarithmicTimeForVeryShortBlocks() {
        for (int size = 10; size <= 128; size++) {
            assertEquals(Sizes.lg(size), prove(Way.CHOSEN, size, 1, false, 0).time());
        }
    }

    @Test
    void shouldSendLongBlocksOnce() {
        for (int size = 1; size <= 40; size++) {
            SimulatedRanks ranks = prove(Way.CHOSEN_FOR_HUGE_ELEMENTS, size, 2, false, 0);
            assertEquals(2L * size * (size - 1), ranks.traffic());
            assertEquals(size - 1, ranks.time());
        }
    }
}
