package io.jmpi.samples.devices;

import java.util.Arrays;

/** Two ways to do the same, timed in turn (A B A B), so that whatever else happens on the machine happens to both. */
final class Comparison {

    private static final double BATCH_SECONDS = 0.02;
    private static final double WARM_UP_SECONDS = 0.5;
    private static final int ROUNDS = 25;

    /** One of the ways. */
    interface Way {

        /** Does it so often, to the end. */
        void run(int times);
    }

    private final Way ours;
    private final Way raw;
    private final double[] ourSeconds = new double[ROUNDS];
    private final double[] rawSeconds = new double[ROUNDS];

    Comparison(Way ours, Way raw) {
        this.ours = ours;
        this.raw = raw;
    }

    Comparison run() {
        int times = 1;
        double spent = 0;
        while (spent < WARM_UP_SECONDS) {
            double seconds = seconds(ours, times) + seconds(raw, times);
            spent += seconds;
            times = (int) Math.max(1, times * Math.min(2, 2 * BATCH_SECONDS / seconds));
        }
        for (int round = 0; round < ROUNDS; round++) {
            ourSeconds[round] = seconds(ours, times) / times;
            rawSeconds[round] = seconds(raw, times) / times;
        }
        Arrays.sort(ourSeconds);
        Arrays.sort(rawSeconds);
        return this;
    }

    private static double seconds(Way way, int times) {
        long start = System.nanoTime();
        way.run(times);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Median of the times for one. */
    double ours() {
        return ourSeconds[ROUNDS / 2];
    }

    /** Median of the times for one. */
    double raw() {
        return rawSeconds[ROUNDS / 2];
    }
}
