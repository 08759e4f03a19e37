package io.jmpi.job;

import io.jmpi.os.Words;
import java.nio.ByteBuffer;

/**
 * One rank's line in the table of the job segment. Each cache line has one writer, but for the sleep word.
 *
 * <pre>
 *     0       4       8                         64
 *     +-------+-------+-------------------------+
 *     | state | abort |                         |   written by the rank: how far it is, the code of its abort
 *     +-------+-------+-------------------------+
 *    128     132                               192
 *     +-------+---------------------------------+
 *     | sleep | (io.jmpi.progress)              |   written by the rank and by those that wake it
 *     +-------+---------------------------------+
 *    256     260     264     268               320
 *     +-------+-------+-------+-----------------+
 *     | gone  | status| bell  |                 |   written by the daemon
 *     +-------+-------+-------+-----------------+
 * </pre>
 *
 * Lines in use are two apart, because processors fetch them in pairs.
 */
public final class RankEntry {

    static final int LENGTH = 384;

    private static final int STATE = 0;
    private static final int ABORT_CODE = 4;
    private static final int SLEEP = 128;
    private static final int GONE = 256;
    private static final int STATUS = 260;
    private static final int BELL = 264;

    private final ByteBuffer segment;
    private final int base;

    RankEntry(ByteBuffer segment, int rank) {
        this.segment = segment;
        this.base = JobLayout.TABLE_OFFSET + rank * LENGTH;
    }

    /** How far the rank has come. */
    public RankState state() {
        return RankState.of(Words.getIntAcquire(segment, base + STATE));
    }

    /** Called by the rank itself. */
    public void state(RankState state) {
        Words.putIntRelease(segment, base + STATE, state.ordinal());
    }

    /** The code given to {@code abort}; meaningful in state {@link RankState#ABORTED}. */
    public int abortCode() {
        return Words.getIntAcquire(segment, base + ABORT_CODE);
    }

    /** Records an abort by the rank itself: first the code, then the state. */
    public void aborted(int code) {
        Words.putIntPlain(segment, base + ABORT_CODE, code);
        state(RankState.ABORTED);
    }

    /** Whether the daemon has seen the rank's process end. */
    public boolean isGone() {
        return Words.getIntAcquire(segment, base + GONE) != 0;
    }

    /** The exit status of a rank that {@link #isGone()}. */
    public int exitStatus() {
        return Words.getIntPlain(segment, base + STATUS);
    }

    /** Called by the daemon when the rank's process has ended. */
    public void gone(int exitStatus) {
        Words.putIntPlain(segment, base + STATUS, exitStatus);
        Words.putIntRelease(segment, base + GONE, 1);
    }

    int bell() {
        return Words.getIntPlain(segment, base + BELL);
    }

    void bell(int number) {
        Words.putIntPlain(segment, base + BELL, number);
    }

    /** Offset in the segment of the word through which the rank is put to sleep and woken. */
    public int sleepWord() {
        return base + SLEEP;
    }
}
