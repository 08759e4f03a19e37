package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScanTest {

    private static SimulatedRanks scan(int size, long count, boolean inPlace, int seed) {
        Proof proof = new Proof(size);
        for (int rank = 0; rank < size; rank++) {
            expect(proof, rank, count, inPlace, Proof.reduced(Operation.JOIN, 0, rank + 1, count));
        }
        return proof.run(
                rank -> Collectives.scan(rank, size, count, inPlace), Operation.JOIN, Sizes.delivery(size, seed), seed);
    }

    private static SimulatedRanks exScan(int size, long count, boolean inPlace, int seed) {
        Proof proof = new Proof(size);
        for (int rank = 1; rank < size; rank++) {
            expect(proof, rank, count, inPlace, Proof.reduced(Operation.JOIN, 0, rank, count));
        }
        long[] own = Proof.operands(Operation.JOIN, 0, count);
        if (inPlace) {
            proof.output(0, own, own);
        } else {
            proof.input(0, own);
        }
        return proof.run(
                rank -> Collectives.exScan(rank, size, count, inPlace),
                Operation.JOIN,
                Sizes.delivery(size, seed),
                seed);
    }

    private static void expect(Proof proof, int rank, long count, boolean inPlace, long[] result) {
        long[] own = Proof.operands(Operation.JOIN, rank, count);
        if (inPlace) {
            proof.output(rank, own, result);
        } else {
            proof.input(rank, own).output(rank, result);
        }
    }

    @Test
    void shouldGiveEveryRankTheReductionOfThoseUpToIt() {
        for (int size = 1; size <= 130; size++) {
            for (int seed = 0; seed < 4; seed++) {
                scan(size, seed, seed % 2 == 0, seed);
                scan(size, 3, seed % 2 == 1, seed);
            }
        }
        scan(1000, 2, false, 0);
    }

    @Test
    void shouldGiveEveryRankTheReductionOfThoseBeforeIt() {
        for (int size = 1; size <= 130; size++) {
            for (int seed = 0; seed < 4; seed++) {
                exScan(size, seed, seed % 2 == 0, seed);
                exScan(size, 3, seed % 2 == 1, seed);
            }
        }
        exScan(1000, 2, false, 0);
    }

    @Test
    void shouldTakeLogarithmicTime() {
        for (int size = 1; size <= 300; size++) {
            assertEquals(Sizes.lg(size), scan(size, 1, false, 0).time());
            assertEquals(Sizes.lg(size), exScan(size, 1, false, 0).time());
        }
    }
}
