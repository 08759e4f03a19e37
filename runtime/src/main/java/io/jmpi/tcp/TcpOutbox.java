package io.jmpi.tcp;

import io.jmpi.data.Wire;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Outbox;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The sending end of a connection.
 *
 * <pre>
 *   0            from                  to                  capacity      lent     lentAt        lentEnd
 *   +------------+---------------------+---------------------+           +--------+-------------+
 *   | written    | committed           | free                |   then    |written | to write    |   and its padding
 *   +------------+---------------------+---------------------+           +--------+-------------+
 * </pre>
 *
 * Where a record begins, {@code to} is a multiple of 8, since what is copied into it is; {@code from} may be anything.
 *
 * <p>What is committed is written at the next {@link #flush}, or at once when there is much of it. Where the system takes
 * less than it was given the poller tells when to go on.
 *
 * <p>Small messages that come faster than the network answers are left to the system to put together (Nagle's algorithm):
 * it sends them when the answer to the last ones comes, whatever this program does meanwhile. As soon as this rank waits
 * for anything they go at once.
 */
final class TcpOutbox extends Outbox {

    /** Messages up to this size go whole. */
    static final int LARGEST_CLAIM = 64 << 10;

    /**
     * Bytes for which one call to the system does best: a little less than four of its largest packets. It looks at what
     * the peer has acknowledged between calls only, so that one call for a whole megabyte takes half as long again as
     * these take, and so do many calls for 64 KiB.
     */
    private static final int PER_CALL = 252 << 10;

    /** Pieces of long messages that are copied to be sent: one is copied while the peer takes the other. */
    static final int LARGEST_PIECE = PER_CALL / 2;

    /** Pieces that are sent from where they are. */
    static final int LONGEST_LOAN = 4 << 20;

    private static final int SHORTEST_LOAN = 8 << 10;

    private static final int SMALLEST_STAGING = 16 << 10;
    private static final int LARGEST_STAGING = 256 << 10;

    /** Committed bytes that are worth a call to the system of their own. */
    private static final int MUCH = 32 << 10;

    /** Messages closer together than this, with nothing from the peer between, are a burst; it begins with the third. */
    private static final long BURST_NANOS = 20_000;

    private static final int BURST = 3;

    private final TcpLink link;
    private Flow flow;
    private ByteBuffer staging;
    private Wire wire;
    private int from;
    private int to;
    private int claimed;
    private int claimedLength;

    private ByteBuffer lent;
    private int lentAt;
    private int lentEnd;
    private int padding;

    private boolean blocked;
    private boolean underPressure;

    private long lastFlush;
    private int lastArrivals;
    private int burst;
    private boolean gathering;

    TcpOutbox(TcpLink link) {
        this.link = link;
    }

    void open(Flow flow) throws IOException {
        this.flow = flow;
        if (staging == null) {
            allocate(SMALLEST_STAGING);
        }
        flow.noDelay(true);
    }

    /** From now on nothing can be sent. */
    void close() {
        flow = null;
        lent = null;
        from = 0;
        to = 0;
    }

    private void allocate(int capacity) {
        ByteBuffer larger = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
        if (staging != null) {
            int base = base();
            larger.put(0, staging, base, to - base);
            from -= base;
            to -= base;
        }
        staging = larger;
        wire = new Wire(larger);
    }

    boolean isEmpty() {
        return from == to && lent == null;
    }

    @Override
    public int tryClaim(int payload) {
        if (flow == null) {
            link.wanted();
            return BACK_PRESSURE;
        }
        int length = StreamLayout.aligned(Envelope.LENGTH + payload);
        if (lent != null || !makeRoom(length)) {
            return BACK_PRESSURE;
        }
        claimed = to;
        claimedLength = Envelope.LENGTH + payload;
        return to + Envelope.LENGTH;
    }

    private boolean makeRoom(int length) {
        if (length <= staging.capacity() - to) {
            return true;
        }
        write();
        if (length <= staging.capacity() - to) {
            return true;
        }
        int base = base();
        int waiting = to - base;
        if (length + waiting <= staging.capacity()) {
            staging.put(0, staging, base, waiting);
            from -= base;
            to = waiting;
            return true;
        }
        if (length + waiting <= LARGEST_STAGING) {
            allocate(Integer.highestOneBit(length + waiting - 1) << 1);
            return true;
        }
        return false;
    }

    /** Where what waits may be moved from, so that it stays as it is aligned. */
    private int base() {
        return from & -StreamLayout.ALIGNMENT;
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public void commit(long head, long detail) {
        append(head | claimedLength, detail, claimedLength);
        if (to - from >= MUCH) {
            write();
        } else {
            link.hasToFlush();
        }
    }

    private void append(long head, long detail, int length) {
        staging.putLong(to, head);
        staging.putLong(to + StreamLayout.DETAIL_OFFSET, detail);
        to += StreamLayout.aligned(length);
    }

    @Override
    public boolean tryLend(long head, long detail, ByteBuffer memory, int at, int length) {
        if (flow == null) {
            link.wanted();
            return false;
        }
        if (lent != null || blocked || !makeRoom(Envelope.LENGTH)) {
            return false;
        }
        append(head | (Envelope.LENGTH + length), detail, Envelope.LENGTH);
        lent = memory;
        lentAt = at;
        lentEnd = at + length;
        padding = StreamLayout.aligned(length) - length;
        write();
        return true;
    }

    @Override
    public boolean isLoanOut() {
        return lent != null;
    }

    @Override
    public void endLoan() {
        if (lent == null) {
            return;
        }
        int rest = lentEnd - lentAt;
        if (to + rest + 2 * StreamLayout.ALIGNMENT > staging.capacity()) {
            allocate(LARGEST_STAGING);
        }
        beginAt(rest + padding);
        staging.put(to, lent, lentAt, rest);
        to += rest;
        endPadded();
    }

    /** When nothing waits: the next bytes, so many, shall end where a record may begin. */
    private void beginAt(int bytes) {
        if (from == to) {
            from = -bytes & (StreamLayout.ALIGNMENT - 1);
            to = from;
        }
    }

    /** The lent memory is no longer needed; its padding is. */
    private void endPadded() {
        lent = null;
        if (padding != 0) {
            beginAt(padding);
            staging.putLong(to, 0L);
            to += padding;
        }
    }

    /** Goes on after the system was full. */
    void onWritable() {
        if (blocked) {
            blocked = false;
            try {
                flow.watch(false);
            } catch (IOException e) {
                link.fail(e);
                return;
            }
            write();
        }
    }

    /**
     * Writes what is committed.
     *
     * @param now as {@link System#nanoTime} tells it; 0 when this rank waits
     */
    void flush(long now) {
        boolean inBurst = now - lastFlush < BURST_NANOS && link.arrivals() == lastArrivals;
        burst = now == 0 ? 0 : inBurst ? burst + 1 : 1;
        lastFlush = now;
        lastArrivals = link.arrivals();
        gather(burst >= BURST && to - from < SMALLEST_STAGING);
        write();
    }

    /** Has the system put small writes together, or send them and everything it has kept. */
    void gather(boolean on) {
        if (gathering != on && flow != null) {
            gathering = on;
            if (on) {
                link.gathers();
            }
            try {
                flow.noDelay(!on);
            } catch (IOException e) {
                link.fail(e);
            }
        }
    }

    private void write() {
        if (blocked || flow == null) {
            return;
        }
        try {
            while (from != to || lent != null) {
                int staged = to - from;
                int ofLoan = lent == null ? 0 : Math.min(lentEnd - lentAt, PER_CALL);
                int wanted = staged + ofLoan;
                int written = writeOnce(staged, ofLoan);
                link.moved(written);
                consume(written, staged);
                if (written < wanted) {
                    blocked = true;
                    flow.watch(true);
                    return;
                }
            }
        } catch (IOException e) {
            link.fail(e);
        }
    }

    private int writeOnce(int staged, int ofLoan) throws IOException {
        if (lent == null) {
            return flow.write(staging, from, to);
        }
        int end = lentAt + ofLoan;
        return staged == 0 ? flow.write(lent, lentAt, end) : flow.write(staging, from, to, lent, lentAt, end);
    }

    private void consume(int written, int staged) {
        if (written < staged) {
            from += written;
            return;
        }
        from = 0;
        to = 0;
        if (lent != null) {
            lentAt += written - staged;
            if (lentAt == lentEnd) {
                endPadded();
            }
        }
    }

    void underPressure(boolean on) {
        underPressure = on;
    }

    @Override
    public boolean underPressure() {
        return underPressure;
    }

    @Override
    public int eagerLimit() {
        return LARGEST_CLAIM;
    }

    @Override
    public int largestPayload() {
        return LARGEST_PIECE;
    }

    @Override
    public int shortestLoan() {
        return SHORTEST_LOAN;
    }

    @Override
    public int longestLoan() {
        return LONGEST_LOAN;
    }
}
