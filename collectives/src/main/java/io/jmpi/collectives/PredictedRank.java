package io.jmpi.collectives;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * One rank of a {@link Prediction}: its schedule, its clock and what is on the way to it.
 *
 * <p>In each round it sends all there is to send, then takes what it receives in the order of the steps, then does the
 * local steps.
 */
final class PredictedRank {

    private static final int NOBODY = -1;
    private static final int BEFORE_ROUND = -1;

    private final Prediction all;
    private final int rank;
    private final Map<Integer, ArrayDeque<Double>> arrivals = new HashMap<>();
    private final Wire outside = new Wire();
    private final Wire inside = new Wire();
    private final Wire fromOutside = new Wire();
    private final Wire fromInside = new Wire();
    private Schedule schedule; // null when done
    private double clock;
    private int round;
    private int step = BEFORE_ROUND;
    private int awaited = NOBODY;

    PredictedRank(Prediction all, int rank, Schedule schedule) {
        this.all = all;
        this.rank = rank;
        this.schedule = schedule;
    }

    /** Goes on until the end, or a message that has not been sent yet. */
    void advance() {
        for (; round < schedule.rounds(); round++, step = BEFORE_ROUND) {
            if (step == BEFORE_ROUND) {
                send();
                step = schedule.firstStep(round);
            }
            for (; step < schedule.endStep(round); step++) {
                if (schedule.kind(step) == Schedule.RECV && !receive()) {
                    return;
                }
            }
            work();
        }
        schedule = null;
    }

    /** Takes note of a message; returns whether it is the one that this rank waits for. */
    boolean deliver(int source, double time) {
        arrivals.computeIfAbsent(source, any -> new ArrayDeque<>(1)).add(time);
        boolean wanted = awaited == source;
        if (wanted) {
            awaited = NOBODY;
        }
        return wanted;
    }

    /** When it is done. */
    double end() {
        if (schedule != null) {
            throw new IllegalStateException("rank " + rank + " waits for ever for rank " + awaited);
        }
        return clock;
    }

    private void send() {
        for (int i = schedule.firstStep(round); i < schedule.endStep(round); i++) {
            if (schedule.kind(i) == Schedule.SEND) {
                int peer = schedule.peer(i);
                double bytes = all.bytes(schedule.count(i));
                LogGP costs = all.costs(rank, peer);
                clock = (all.isNear(rank, peer) ? inside : outside).send(clock, costs, bytes);
                all.deliver(rank, peer, clock + costs.flow(bytes) + costs.latency());
            }
        }
    }

    private boolean receive() {
        int source = schedule.peer(step);
        ArrayDeque<Double> messages = arrivals.get(source);
        if (messages == null) {
            awaited = source;
            return false;
        }
        double bytes = all.bytes(schedule.count(step));
        LogGP costs = all.costs(rank, source);
        double arrival = (all.isNear(rank, source) ? fromInside : fromOutside).receive(messages.remove(), costs, bytes);
        clock = Math.max(clock, arrival) + costs.overhead();
        if (messages.isEmpty()) {
            arrivals.remove(source);
        }
        return true;
    }

    private void work() {
        for (int i = schedule.firstStep(round); i < schedule.endStep(round); i++) {
            clock += all.work(schedule.kind(i), schedule.count(i));
        }
    }
}
