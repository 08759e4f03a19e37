package io.jmpi.collectives;

import static io.jmpi.collectives.Schedule.OUTPUT;

/**
 * Makes a power of two of any number of ranks: among the first ranks, each odd one hands its operand to the even one
 * before it, and rests. Those that stay take places 0, 1, 2, ... in rank order, so that order is kept.
 *
 * <pre>
 *   6 ranks    0 <- 1    2 <- 3    4    5
 *   places     0         1         2    3
 * </pre>
 *
 * @param ranks who the ranks really are, where they are some of all
 */
record Folding(int size, Places ranks) implements Places {

    /** Of all ranks. */
    Folding(int size) {
        this(size, rank -> rank);
    }

    /** Number of places: the largest power of two that is not above the number of ranks. */
    int places() {
        return Integer.highestOneBit(size);
    }

    private int resting() {
        return size - places();
    }

    boolean rests(int rank) {
        return rank < 2 * resting() && (rank & 1) == 1;
    }

    /** Whether a rank that stays receives the operand of the next. */
    boolean takesNext(int rank) {
        return rank < 2 * resting() && (rank & 1) == 0;
    }

    /** The place of a rank that stays. */
    int place(int rank) {
        return rank < 2 * resting() ? rank / 2 : rank - resting();
    }

    @Override
    public int rank(int place) {
        return ranks.rank(place < resting() ? 2 * place : place + resting());
    }

    /** First round of an all-reduce. */
    void enter(Accumulator value, int rank, long count) {
        if (rests(rank)) {
            value.send(ranks.rank(rank - 1), 0, count);
        } else if (takesNext(rank)) {
            value.fold(ranks.rank(rank + 1), true, 0, count);
        }
    }

    /** Last round of an all-reduce: those that rested get the result from OUTPUT to OUTPUT. */
    void leave(ScheduleBuilder steps, int rank, long count) {
        steps.endRound();
        if (rests(rank)) {
            steps.recv(ranks.rank(rank - 1), OUTPUT, 0, count);
        } else if (takesNext(rank)) {
            steps.send(ranks.rank(rank + 1), OUTPUT, 0, count);
        }
    }
}
