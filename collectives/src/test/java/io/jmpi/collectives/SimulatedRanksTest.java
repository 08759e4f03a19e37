package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A proof is worth what its judge is: each kind of fault is found. */
class SimulatedRanksTest {

    private final ScheduleBuilder zero = new ScheduleBuilder();
    private final ScheduleBuilder one = new ScheduleBuilder();

    private void run(Delivery delivery, Operation operation) {
        Schedule[] schedules = {zero.build(), one.build()};
        SimulatedRanks ranks = new SimulatedRanks(2, rank -> schedules[rank], operation, delivery, 1);
        for (int rank = 0; rank < 2; rank++) {
            ranks.buffers(rank, Proof.operands(operation, rank, 4), Proof.unwritten(4));
        }
        ranks.run();
    }

    private void shouldFind(String fault, Delivery delivery, Operation operation) {
        String message = assertThrows(AssertionError.class, () -> run(delivery, operation))
                .getMessage();
        assertTrue(message.contains(fault), message);
    }

    private void shouldFind(String fault) {
        shouldFind(fault, Delivery.RENDEZVOUS, Operation.SUM);
    }

    @Test
    void shouldAcceptASwap() {
        zero.send(1, INPUT, 0, 4).recv(1, OUTPUT, 0, 4);
        one.send(0, INPUT, 0, 4).recv(0, OUTPUT, 0, 4);
        for (Delivery delivery : Delivery.values()) {
            run(delivery, Operation.SUM);
        }
    }

    @Test
    void shouldFindADeadlockThatEagerSendsHide() {
        zero.send(1, INPUT, 0, 4).endRound().recv(1, OUTPUT, 0, 4);
        one.send(0, INPUT, 0, 4).endRound().recv(0, OUTPUT, 0, 4);
        run(Delivery.EAGER, Operation.SUM);
        shouldFind("deadlock");
    }

    @Test
    void shouldFindAMessageThatNobodyReceives() {
        zero.send(1, INPUT, 0, 4);
        shouldFind("unmatched", Delivery.EAGER, Operation.SUM);
        shouldFind("deadlock");
    }

    @Test
    void shouldFindAReadOfWhatNobodyHasWritten() {
        zero.send(1, SCRATCH, 0, 4);
        one.recv(0, OUTPUT, 0, 4);
        shouldFind("reads what nobody has written");
    }

    @Test
    void shouldFindAReceiveOfAnotherCount() {
        zero.send(1, INPUT, 0, 4);
        one.recv(0, OUTPUT, 0, 3);
        shouldFind("another count");
    }

    @Test
    void shouldFindAStepOutsideABuffer() {
        zero.copy(INPUT, 1, OUTPUT, 0, 4);
        shouldFind("leaves buffer");
    }

    @Test
    void shouldFindAWriteToInput() {
        zero.copy(INPUT, 0, OUTPUT, 0, 2).reduce(OUTPUT, 0, INPUT, 0, 2);
        shouldFind("writes INPUT");
    }

    @Test
    void shouldFindAReceiveIntoWhatIsBeingSent() {
        zero.copy(INPUT, 0, OUTPUT, 0, 4).send(1, OUTPUT, 0, 2).recv(1, OUTPUT, 1, 2);
        one.recv(0, OUTPUT, 0, 2).send(0, INPUT, 0, 2);
        shouldFind("receives into what it sends");
    }

    @Test
    void shouldFindTwoReceivesIntoOnePlace() {
        zero.recv(1, OUTPUT, 0, 2).recv(1, OUTPUT, 1, 2);
        one.send(0, INPUT, 0, 2).send(0, INPUT, 0, 2);
        shouldFind("receives twice");
    }

    @Test
    void shouldFindOperandsInTheWrongOrder() {
        zero.recv(1, OUTPUT, 0, 4).reduce(INPUT, 0, OUTPUT, 0, 4);
        one.send(0, INPUT, 0, 4).recv(0, OUTPUT, 0, 4).reduce(INPUT, 0, OUTPUT, 0, 4);
        zero.send(1, INPUT, 0, 4);
        shouldFind("ranks 1..1 of element 0 op ranks 0..0", Delivery.EAGER, Operation.JOIN);
    }

    @Test
    void shouldFindAnOperandThatGoesInTwice() {
        zero.recv(1, OUTPUT, 0, 1).reduce(INPUT, 0, OUTPUT, 0, 1).reduce(INPUT, 0, OUTPUT, 0, 1);
        one.send(0, INPUT, 0, 1);
        shouldFind("ranks 0..0 of element 0 op ranks 0..1", Delivery.EAGER, Operation.JOIN);
    }

    @Test
    void shouldFindScratchThatIsNotUsed() {
        Schedule wasteful = new Schedule(new int[] {0}, new int[0], new long[0], 7);
        SimulatedRanks ranks = new SimulatedRanks(1, rank -> wasteful, Operation.SUM, Delivery.EAGER, 1);
        assertThrows(AssertionError.class, ranks::run);
    }

    @Test
    void shouldMatchInOrderThoughMessagesCompleteInAny() {
        zero.send(1, INPUT, 0, 1).send(1, INPUT, 1, 1);
        one.recv(0, OUTPUT, 0, 1).recv(0, OUTPUT, 1, 1);
        Schedule[] schedules = {zero.build(), one.build()};
        for (long seed = 0; seed < 20; seed++) {
            SimulatedRanks ranks = new SimulatedRanks(2, rank -> schedules[rank], Operation.SUM, Delivery.MIXED, seed);
            long[] received = Proof.unwritten(2);
            ranks.buffers(0, new long[] {11, 22}, null);
            ranks.buffers(1, null, received);
            ranks.run();
            assertEquals(11, received[0]);
            assertEquals(22, received[1]);
        }
    }
}
