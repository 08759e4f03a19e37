package io.jmpi.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class BarrierTest {

    @Test
    void shouldTakeLogarithmicTime() {
        for (int size = 1; size <= 300; size++) {
            int n = size;
            SimulatedRanks ranks =
                    new Proof(n).run(rank -> Collectives.barrier(rank, n), Operation.SUM, Delivery.MIXED, n);
            assertEquals(Sizes.lg(n), ranks.time());
            assertEquals(n * Sizes.lg(n), ranks.messages());
            assertEquals(0, ranks.traffic());
        }
    }

    @Test
    void shouldLetNoOneOutBeforeAllAreIn() {
        for (int size = 1; size <= 300; size++) {
            assertTrue(everyoneHeardOfEveryone(size), "size " + size);
        }
    }

    /** Follows who has heard of whom, round by round. */
    private static boolean everyoneHeardOfEveryone(int size) {
        BitSet[] heard = new BitSet[size];
        Schedule[] schedules = new Schedule[size];
        for (int rank = 0; rank < size; rank++) {
            schedules[rank] = Collectives.barrier(rank, size);
            heard[rank] = new BitSet();
            heard[rank].set(rank);
        }
        for (int round = 0; round < schedules[0].rounds(); round++) {
            BitSet[] before = heard.clone();
            for (int rank = 0; rank < size; rank++) {
                heard[rank] = (BitSet) before[rank].clone();
                heard[rank].or(before[senderTo(schedules[rank], round)]);
            }
        }
        for (BitSet ranks : heard) {
            if (ranks.cardinality() < size) {
                return false;
            }
        }
        return true;
    }

    private static int senderTo(Schedule schedule, int round) {
        for (int step = schedule.firstStep(round); step < schedule.endStep(round); step++) {
            if (schedule.kind(step) == Schedule.RECV) {
                return schedule.peer(step);
            }
        }
        throw new AssertionError("nothing received in round " + round + "\n" + schedule);
    }
}
