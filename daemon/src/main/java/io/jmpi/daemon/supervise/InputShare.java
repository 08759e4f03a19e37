package io.jmpi.daemon.supervise;

/**
 * The input that is common to some of a part's ranks. It goes on as fast as the slowest of them takes it. Used by the
 * part's thread.
 */
final class InputShare {

    private final InputFeeder[] feeders;
    private final long[] taken;
    private long reported;
    private boolean closed;

    InputShare(int localSize) {
        feeders = new InputFeeder[localSize];
        taken = new long[localSize];
    }

    void add(int localRank, InputFeeder feeder) {
        feeders[localRank] = feeder;
    }

    void feed(byte[] bytes) {
        for (InputFeeder feeder : feeders) {
            if (feeder != null) {
                feeder.feed(bytes);
            }
        }
    }

    void end() {
        for (InputFeeder feeder : feeders) {
            if (feeder != null) {
                feeder.end();
            }
        }
    }

    /** A rank has ended. */
    void end(int localRank) {
        if (feeders[localRank] != null) {
            feeders[localRank].end();
        }
    }

    /** @return what the head is to be told, null for nothing */
    PartEvent onTaken(int localRank, int bytes) {
        taken[localRank] += bytes;
        return progress();
    }

    /** @return what the head is to be told, null for nothing */
    PartEvent onFull(int localRank) {
        feeders[localRank] = null;
        return progress();
    }

    private PartEvent progress() {
        long least = Long.MAX_VALUE;
        for (int local = 0; local < feeders.length; local++) {
            if (feeders[local] != null) {
                least = Math.min(least, taken[local]);
            }
        }
        if (least == Long.MAX_VALUE) {
            boolean news = !closed;
            closed = true;
            return news ? new PartEvent.InputClosed() : null;
        }
        long more = least - reported;
        reported = least;
        return more == 0 ? null : new PartEvent.InputTaken(more);
    }
}
