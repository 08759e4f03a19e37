package io.jmpi.collectives;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.IntFunction;

/** Follows who has heard of whom, directly or not, when messages carry what their senders knew as the round began. */
final class HeardOf {

    private final Schedule[] schedules;
    private final BitSet[] heard;
    private final int[] rounds;
    private final Map<Long, Queue<BitSet>> channels = new HashMap<>();

    private HeardOf(int size, IntFunction<Schedule> schedule) {
        schedules = new Schedule[size];
        heard = new BitSet[size];
        rounds = new int[size];
        for (int rank = 0; rank < size; rank++) {
            schedules[rank] = schedule.apply(rank);
            heard[rank] = new BitSet();
            heard[rank].set(rank);
        }
    }

    /** Whether every rank has heard of every other one when it is done. */
    static boolean allAfterAll(int size, IntFunction<Schedule> schedule) {
        HeardOf state = new HeardOf(size, schedule);
        for (int rank = 0; rank < size; rank++) {
            state.send(rank);
        }
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int rank = 0; rank < size; rank++) {
                moved |= state.advance(rank);
            }
        }
        for (int rank = 0; rank < size; rank++) {
            if (state.heard[rank].cardinality() < size || state.rounds[rank] < state.schedules[rank].rounds()) {
                return false;
            }
        }
        return true;
    }

    private void send(int rank) {
        Schedule schedule = schedules[rank];
        int round = rounds[rank];
        if (round == schedule.rounds()) {
            return;
        }
        for (int step = schedule.firstStep(round); step < schedule.endStep(round); step++) {
            if (schedule.kind(step) == Schedule.SEND) {
                channel(rank, schedule.peer(step)).add((BitSet) heard[rank].clone());
            }
        }
    }

    private boolean advance(int rank) {
        Schedule schedule = schedules[rank];
        int round = rounds[rank];
        if (round == schedule.rounds()) {
            return false;
        }
        for (int step = schedule.firstStep(round); step < schedule.endStep(round); step++) {
            if (schedule.kind(step) == Schedule.RECV
                    && channel(schedule.peer(step), rank).isEmpty()) {
                return false;
            }
        }
        for (int step = schedule.firstStep(round); step < schedule.endStep(round); step++) {
            if (schedule.kind(step) == Schedule.RECV) {
                heard[rank].or(channel(schedule.peer(step), rank).remove());
            }
        }
        rounds[rank]++;
        send(rank);
        return true;
    }

    private Queue<BitSet> channel(int from, int to) {
        return channels.computeIfAbsent((long) from << 32 | to, key -> new ArrayDeque<>());
    }
}
