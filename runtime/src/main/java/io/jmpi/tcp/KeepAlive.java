package io.jmpi.tcp;

/**
 * When a machine that no longer answers is given up, in the terms of TCP's keep-alive: a first probe after a time of
 * silence, then one after each interval, and so many that get no answer.
 */
final class KeepAlive {

    private static final int PARTS = 4;

    private KeepAlive() {}

    /** Seconds before the first probe and between probes. */
    static int interval(int seconds) {
        return Math.max(1, seconds / PARTS);
    }

    /** Probes that must go unanswered; together with the silence before they take no longer than the time given. */
    static int probes(int seconds) {
        return Math.max(1, seconds / interval(seconds) - 1);
    }
}
