package io.jmpi.daemon.supervise;

/** A moment by which something is to have happened. */
public record Deadline(long nanoTime) {

    private static final long NEVER_MILLIS = Long.MAX_VALUE;

    public static final Deadline NONE = new Deadline(0);

    public static Deadline in(long millis) {
        return new Deadline(System.nanoTime() + millis * 1_000_000);
    }

    /** 0 when it is over, {@code Long.MAX_VALUE} when it never is. */
    public long millisLeft() {
        if (this == NONE) {
            return NEVER_MILLIS;
        }
        long nanos = nanoTime - System.nanoTime();
        return nanos <= 0 ? 0 : nanos / 1_000_000 + 1;
    }
}
