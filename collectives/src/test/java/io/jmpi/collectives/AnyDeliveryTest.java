package io.jmpi.collectives;

import java.util.Arrays;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What {@link Collectives} chooses is right for any size, root, count and element, in any delivery order. */
class AnyDeliveryTest {

    private static final int MOST = 200;
    private static final int ELEMENT = 100_000; // bytes, so that few elements cross every threshold

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void bcastReachesAll(
            @ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(max = MOST - 1) int anyRoot,
            @ForAll @IntRange(max = 300) int count,
            @ForAll @IntRange(min = 1, max = ELEMENT) int elementBytes,
            @ForAll Delivery delivery,
            @ForAll long seed) {
        int root = anyRoot % size;
        Proof proof = new Proof(size);
        long[] data = Proof.data(root, count);
        for (int rank = 0; rank < size; rank++) {
            proof.output(rank, rank == root ? data : Proof.unwritten(count), data);
        }
        proof.run(
                rank -> Collectives.bcast(rank, Nodes.one(size), root, count, elementBytes),
                Operation.SUM,
                delivery,
                seed);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void reductionsAreInOrder(
            @ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(max = MOST - 1) int anyRoot,
            @ForAll @IntRange(max = 300) int count,
            @ForAll @IntRange(min = 1, max = ELEMENT) int elementBytes,
            @ForAll Operation operation,
            @ForAll boolean inPlace,
            @ForAll Delivery delivery,
            @ForAll long seed) {
        int root = anyRoot % size;
        boolean commutative = operation.isCommutative();
        long[] result = Proof.reduced(operation, 0, size, count);
        Proof reduce = new Proof(size);
        Proof allReduce = new Proof(size);
        for (int rank = 0; rank < size; rank++) {
            long[] own = Proof.operands(operation, rank, count);
            long[] before = inPlace ? own : Proof.unwritten(count);
            reduce.input(rank, rank == root && inPlace ? null : own);
            allReduce.input(rank, inPlace ? null : own).output(rank, before, result);
            if (rank == root) {
                reduce.output(rank, before, result);
            }
        }
        reduce.run(
                rank -> Collectives.reduce(rank, Nodes.one(size), root, count, elementBytes, commutative, inPlace),
                operation,
                delivery,
                seed);
        allReduce.run(
                rank -> Collectives.allReduce(rank, Nodes.one(size), count, elementBytes, commutative, inPlace),
                operation,
                delivery,
                seed);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void reduceScatterGivesEachItsBlock(
            @ForAll @IntRange(min = 1, max = 70) int size,
            @ForAll @IntRange(max = 4) int count,
            @ForAll @IntRange(min = 1, max = ELEMENT) int elementBytes,
            @ForAll Operation operation,
            @ForAll Delivery delivery,
            @ForAll long seed) {
        Proof proof = new Proof(size);
        long[] result = Proof.reduced(operation, 0, size, size * count);
        for (int rank = 0; rank < size; rank++) {
            proof.input(rank, Proof.operands(operation, rank, size * count));
            proof.output(rank, Arrays.copyOfRange(result, rank * count, rank * count + count));
        }
        boolean commutative = operation.isCommutative();
        proof.run(
                rank -> Collectives.reduceScatterBlock(rank, size, count, elementBytes, commutative, false),
                operation,
                delivery,
                seed);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void blocksGoWhereTheyBelong(
            @ForAll @IntRange(min = 1, max = 100) int size,
            @ForAll @IntRange(max = 99) int anyRoot,
            @ForAll @IntRange(max = 4) int count,
            @ForAll @IntRange(min = 1, max = ELEMENT) int elementBytes,
            @ForAll Delivery delivery,
            @ForAll long seed) {
        int root = anyRoot % size;
        BlockData data = BlockData.uniform(size, count);
        data.blocksIn(new Proof(size))
                .output(root, data.vector())
                .run(
                        rank -> Collectives.gather(rank, size, root, count, elementBytes, false),
                        Operation.SUM,
                        delivery,
                        seed);
        data.blocksOut(new Proof(size))
                .input(root, data.vector())
                .run(
                        rank -> Collectives.scatter(rank, size, root, count, elementBytes, false),
                        Operation.SUM,
                        delivery,
                        seed);
        Proof allGather = data.blocksIn(new Proof(size));
        for (int rank = 0; rank < size; rank++) {
            allGather.output(rank, data.vector());
        }
        allGather.run(
                rank -> Collectives.allGather(rank, size, count, elementBytes, false), Operation.SUM, delivery, seed);
    }
}
