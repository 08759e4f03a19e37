package io.jmpi.collectives;

/** Looks for copies that an algorithm should do without. */
final class CopyCount {

    private CopyCount() {}

    static void assertNone(Schedule schedule) {
        for (int step = 0; step < schedule.endStep(schedule.rounds() - 1); step++) {
            if (schedule.kind(step) == Schedule.COPY) {
                throw new AssertionError("copies\n" + schedule);
            }
        }
    }
}
