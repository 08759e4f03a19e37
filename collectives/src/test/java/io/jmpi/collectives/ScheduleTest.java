package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.INPUT;
import static io.jmpi.collectives.Schedule.OUTPUT;
import static io.jmpi.collectives.Schedule.SCRATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void shouldPrintARoundALine() {
        Schedule schedule = new ScheduleBuilder()
                .send(3, INPUT, 0, 4)
                .recv(2, SCRATCH, 4, 4)
                .reduce(SCRATCH, 4, OUTPUT, 0, 4)
                .copy(OUTPUT, 0, SCRATCH, 0, 1)
                .signal(1)
                .build();

        assertEquals("""
                0: send input[0..4) to 3; recv scratch[4..8) from 2; output[0..4) = scratch[4..8) op output[0..4); \
                scratch[0..1) = output[0..1)
                1: send scratch[0..0) to 1
                scratch 8""", schedule.toString());
    }

    @Test
    void shouldBeginARoundWithATransferAfterALocalStep() {
        Schedule schedule = new ScheduleBuilder()
                .copy(INPUT, 0, OUTPUT, 0, 1)
                .send(1, OUTPUT, 0, 1)
                .recv(1, SCRATCH, 0, 1)
                .build();

        assertEquals(2, schedule.rounds());
        assertEquals(0, schedule.firstStep(0));
        assertEquals(1, schedule.endStep(0));
        assertEquals(1, schedule.firstStep(1));
        assertEquals(3, schedule.endStep(1));
    }

    @Test
    void shouldLeaveOutWhatHasNoEffect() {
        Schedule schedule = new ScheduleBuilder()
                .send(1, INPUT, 0, 0)
                .endRound()
                .reduce(INPUT, 0, OUTPUT, 0, 0)
                .copy(OUTPUT, 5, OUTPUT, 5, 2)
                .endRound()
                .build();

        assertEquals(0, schedule.rounds());
        assertEquals("scratch 0", schedule.toString());
    }

    @Test
    void shouldJoinCopiesThatContinueEachOther() {
        Schedule schedule = new ScheduleBuilder()
                .copy(INPUT, 0, OUTPUT, 4, 2)
                .copy(INPUT, 2, OUTPUT, 6, 1)
                .copy(INPUT, 3, OUTPUT, 8, 1)
                .build();

        assertEquals("0: output[4..7) = input[0..3); output[8..9) = input[3..4)\nscratch 0", schedule.toString());
    }

    @Test
    void shouldKeepStepsApartWhenThereAreMany() {
        ScheduleBuilder steps = new ScheduleBuilder();
        for (int step = 0; step < 1000; step++) {
            steps.send(step, INPUT, 10L * step, step + 1).endRound();
        }
        Schedule schedule = steps.build();

        assertEquals(1000, schedule.rounds());
        for (int step = 0; step < 1000; step++) {
            assertEquals(step, schedule.firstStep(step));
            assertEquals(Schedule.SEND, schedule.kind(step));
            assertEquals(step, schedule.peer(step));
            assertEquals(INPUT, schedule.source(step));
            assertEquals(10L * step, schedule.sourceOffset(step));
            assertEquals(step + 1, schedule.count(step));
        }
    }

    @Test
    void shouldSplitAVectorIntoPartsThatDifferByOneAtMost() {
        for (long total : new long[] {0, 1, 5, 63, 1000, Long.MAX_VALUE / 2}) {
            for (int parts = 1; parts <= 70; parts++) {
                Blocks blocks = Blocks.split(total, parts);
                assertEquals(0, blocks.start(0));
                assertEquals(total, blocks.end(parts - 1));
                for (int part = 0; part < parts; part++) {
                    long spread = blocks.count(part) - total / parts;
                    assertTrue(spread == 0 || spread == 1, total + " in " + parts);
                }
            }
        }
    }
}
