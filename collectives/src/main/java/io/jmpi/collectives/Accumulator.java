package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * A rank's running reduction, and where it lies at the moment.
 *
 * <p>A schedule knows one form, target = source OP target. An operand that belongs on the left is received into a spare
 * slot and reduced into the value. One that belongs on the right is reduced the other way round: the result appears
 * where the operand was received, and that is where the value lies from then on. So the value wanders between slots,
 * and the operator sees its operands in rank order without anything being copied. It starts in the user's buffer, which
 * is read there and not copied first.
 *
 * <pre>
 *   slot(0) home: OUTPUT, or scratch if the rank is not to keep the result
 *   slot(1) and slot(2): scratch
 * </pre>
 *
 * <p>All slots hold a whole vector; reductions may be confined to a range of it.
 */
final class Accumulator {

    private final ScheduleBuilder steps;
    private final long length;
    private final boolean commutative;
    private final boolean keepsResult;
    private int buffer;
    private long base;
    private boolean borrowed; // lies in a buffer of the user's that is not ours to write
    private int movesLeft;

    /**
     * @param own where the rank's own vector lies, INPUT or OUTPUT
     * @param keepsResult whether the result is to end in OUTPUT; else OUTPUT is not written
     * @param rightFolds how often an operand will come from the right; a guess costs at most a copy
     */
    Accumulator(ScheduleBuilder steps, long length, int own, boolean commutative, boolean keepsResult, int rightFolds) {
        this.steps = steps;
        this.length = length;
        this.buffer = own;
        this.commutative = commutative;
        this.keepsResult = keepsResult;
        this.borrowed = own == INPUT || !keepsResult;
        this.movesLeft = commutative ? (borrowed ? 1 : 0) : rightFolds;
    }

    /** Buffer in which the value lies now. */
    int buffer() {
        return buffer;
    }

    /** Where in {@link #buffer()} element 0 of the vector lies. */
    long base() {
        return base;
    }

    void send(int peer, long from, long to) {
        steps.send(peer, buffer, base + from, to - from);
    }

    /** Receives the operand of a peer and ends the round with the reduction; sends go before it. */
    void fold(int peer, boolean peerIsRight, long from, long to) {
        boolean right = commutative ? borrowed : peerIsRight;
        if (right) {
            foldRight(peer, from, to - from);
        } else {
            foldLeft(peer, from, to - from);
        }
        steps.endRound();
    }

    /** Brings a range of the result home to OUTPUT, the only part of it that counts from now on. */
    void settle(long from, long to) {
        if (buffer != OUTPUT) {
            steps.copy(buffer, base + from, OUTPUT, from, to - from);
            lieIn(0);
        }
    }

    private void foldRight(int peer, long from, long count) {
        int valueBuffer = buffer;
        long valueBase = base;
        movesLeft = Math.max(0, movesLeft - 1);
        int slot = movesLeft & 1;
        lieIn(isIn(slot) ? 2 : slot);
        steps.recv(peer, buffer, base + from, count);
        steps.reduce(valueBuffer, valueBase + from, buffer, base + from, count);
    }

    private void foldLeft(int peer, long from, long count) {
        int slot = movesLeft & 1;
        boolean mustCopy = borrowed;
        int spare = mustCopy || isIn(slot) ? 1 - slot : slot;
        steps.recv(peer, bufferOf(spare), baseOf(spare) + from, count);
        if (mustCopy) {
            steps.copy(buffer, base + from, bufferOf(slot), baseOf(slot) + from, count);
            lieIn(slot);
        }
        steps.reduce(bufferOf(spare), baseOf(spare) + from, buffer, base + from, count);
    }

    private boolean isIn(int slot) {
        return buffer == bufferOf(slot) && base == baseOf(slot);
    }

    private void lieIn(int slot) {
        borrowed = false;
        buffer = bufferOf(slot);
        base = baseOf(slot);
    }

    private int bufferOf(int slot) {
        return slot == 0 && keepsResult ? OUTPUT : SCRATCH;
    }

    private long baseOf(int slot) {
        return slot == 0 ? 0 : (keepsResult ? slot - 1 : slot) * length;
    }
}
