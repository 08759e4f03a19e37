package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;

/**
 * A rank's running reduction, and where it lies at the moment.
 *
 * <p>A schedule knows one form, target = source OP target. An operand that belongs on the left is received into the
 * other slot and reduced into the value. One that belongs on the right is reduced the other way round: the result
 * appears where the operand was received, and that is where the value lies from then on. So the value changes slots,
 * and the operator sees its operands in rank order without anything being copied. The value starts in the user's
 * buffer, which is read there, and not copied before it has to be.
 *
 * <pre>
 *   slot 0: OUTPUT, or scratch if the rank does not keep the result
 *   slot 1: scratch
 * </pre>
 *
 * <p>Each slot has room for a whole vector; sends and reductions may be confined to a range of it. A commutative
 * operation takes every operand on the side that suits best.
 */
final class Accumulator {

    private static final int BORROWED = -1;

    private final ScheduleBuilder steps;
    private final long length;
    private final int own;
    private final boolean commutative;
    private final boolean keepsResult;
    private int slot; // where the value lies; BORROWED while it lies in a buffer that is not ours to write
    private int rightFolds;

    /**
     * @param own where the rank's own vector lies, INPUT or OUTPUT
     * @param keepsResult whether the result is to end in OUTPUT; else OUTPUT is not written
     * @param rightFolds how often operands will come from the right, so that the last leaves the value in slot 0; a
     *     wrong number costs a copy
     */
    Accumulator(ScheduleBuilder steps, long length, int own, boolean commutative, boolean keepsResult, int rightFolds) {
        this.steps = steps;
        this.length = length;
        this.own = own;
        this.commutative = commutative;
        this.keepsResult = keepsResult;
        this.slot = own == INPUT || !keepsResult ? BORROWED : 0;
        this.rightFolds = commutative ? 1 : rightFolds; // only a borrowed value moves if the side does not matter
    }

    void send(int peer, long from, long to) {
        steps.send(peer, buffer(), base() + from, to - from);
    }

    /** Receives the operand of a peer and reduces it; ends the round, of which sends before it are part. */
    void fold(int peer, boolean peerIsRight, long from, long to) {
        boolean moves = commutative ? slot == BORROWED : peerIsRight;
        if (moves) {
            foldRight(peer, from, to - from);
        } else {
            foldLeft(peer, from, to - from);
        }
        steps.endRound();
    }

    /** Brings a range of the result to OUTPUT, the only part of it that counts from now on. */
    void settle(long from, long to) {
        if (buffer() != OUTPUT) {
            steps.copy(buffer(), base() + from, OUTPUT, from, to - from);
            slot = 0;
        }
    }

    /** Buffer in which the value lies now. */
    int buffer() {
        return slot == BORROWED ? own : bufferOf(slot);
    }

    /** Where in {@link #buffer()} element 0 of the vector lies. */
    long base() {
        return slot == BORROWED ? 0 : baseOf(slot);
    }

    private void foldRight(int peer, long from, long count) {
        rightFolds--;
        int next = slot == BORROWED ? rightFolds & 1 : 1 - slot;
        steps.recv(peer, bufferOf(next), baseOf(next) + from, count);
        steps.reduce(buffer(), base() + from, bufferOf(next), baseOf(next) + from, count);
        slot = next;
    }

    private void foldLeft(int peer, long from, long count) {
        int home = slot == BORROWED ? rightFolds & 1 : slot;
        int spare = 1 - home;
        steps.recv(peer, bufferOf(spare), baseOf(spare) + from, count);
        if (slot == BORROWED) {
            steps.copy(own, from, bufferOf(home), baseOf(home) + from, count);
            slot = home;
        }
        steps.reduce(bufferOf(spare), baseOf(spare) + from, bufferOf(home), baseOf(home) + from, count);
    }

    private int bufferOf(int slot) {
        return slot == 0 && keepsResult ? OUTPUT : SCRATCH;
    }

    private long baseOf(int slot) {
        return slot == 1 && !keepsResult ? length : 0;
    }
}
