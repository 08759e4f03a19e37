package io.jmpi.daemon;

/** A moment by which something is to have happened. */
record Deadline(long nanoTime) {

    private static final long NEVER_MILLIS = Long.MAX_VALUE;

    static final Deadline NONE = new Deadline(0);

    static Deadline in(long millis) {
        return new Deadline(System.nanoTime() + millis * 1_000_000);
    }

    long millisLeft() {
        if (this == NONE) {
            return NEVER_MILLIS;
        }
        long nanos = nanoTime - System.nanoTime();
        return nanos <= 0 ? 0 : nanos / 1_000_000 + 1;
    }
}
