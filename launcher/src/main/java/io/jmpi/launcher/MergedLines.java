package io.jmpi.launcher;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;

/**
 * The lines that ranks write to one stream, of which those that are equal are written once. Used by one thread at a time.
 *
 * <pre>
 *   rank 0   hello  a          0-2: hello
 *   rank 1   hello  b    --&gt;   0: a
 *   rank 2   hello  b          1,2: b
 * </pre>
 *
 * <p>Each rank has a queue; only what is at its head can be written. That happens when every rank that still runs has
 * the same at its head, when a line has waited long enough for its like, or when too much has piled up. A line that others
 * have further back in their queues lets those before it go first; as it may only be on its way, lines that differ wait for
 * a moment, even when nobody is silent.
 */
final class MergedLines {

    /** So long a line waits for its like: about as long as it takes until many JVMs on few processors have started. */
    static final long PATIENCE_NANOS = 1_000_000_000;

    /** So long lines that differ wait when every rank has one: about as long as a rank is kept from its next by others. */
    static final long SETTLE_NANOS = 50_000_000;

    private static final int MOST_BYTES = 1 << 22;
    private static final int LOOKAHEAD = 64;

    /** Takes lines, with their ends, of some ranks. */
    interface Sink {
        void write(BitSet ranks, byte[] line) throws IOException;
    }

    private record Line(byte[] bytes, long nanoTime) {}

    private final ArrayDeque<Line>[] queues;
    private final Sink sink;
    private final BitSet gone = new BitSet();
    private int silent;
    private long held;

    MergedLines(int size, Sink sink) {
        this.queues = queues(size);
        this.sink = sink;
        this.silent = size;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ArrayDeque<Line>[] queues(int size) {
        ArrayDeque<Line>[] queues = new ArrayDeque[size];
        for (int rank = 0; rank < size; rank++) {
            queues[rank] = new ArrayDeque<>();
        }
        return queues;
    }

    /** Takes what a rank has written: lines, the last one perhaps without its end. */
    void add(int rank, byte[] bytes, int offset, int length, long now) {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n' || i + 1 == end) {
                addLine(rank, line(bytes, start, i + 1), now);
                start = i + 1;
            }
        }
    }

    private static byte[] line(byte[] bytes, int start, int end) {
        boolean whole = bytes[end - 1] == '\n';
        byte[] line = Arrays.copyOfRange(bytes, start, whole ? end : end + 1);
        line[line.length - 1] = '\n';
        return line;
    }

    private void addLine(int rank, byte[] line, long now) {
        if (queues[rank].isEmpty() && !gone.get(rank)) {
            silent--;
        }
        queues[rank].add(new Line(line, now));
        held += line.length;
    }

    /** Nobody waits any more for a rank that writes no more. */
    void leave(int rank) {
        if (!gone.get(rank)) {
            gone.set(rank);
            silent -= queues[rank].isEmpty() ? 1 : 0;
        }
    }

    /** Writes what can be written now. */
    void write(long now) throws IOException {
        while (held > 0) {
            int oldest = oldest();
            BitSet ranks = alike(oldest);
            boolean isCommon = silent == 0 && ranks.cardinality() == waiting();
            if (!isCommon && held <= MOST_BYTES && now - dueOf(oldest) < 0) {
                return;
            }
            write(silent == 0 || held > MOST_BYTES ? next() : ranks);
        }
    }

    /** Writes all that has come. */
    void writeAll() throws IOException {
        while (held > 0) {
            write(next());
        }
    }

    /** When a line will have waited long enough; meaningful when lines wait. */
    long due() {
        return dueOf(oldest());
    }

    private long dueOf(int rank) {
        return queues[rank].peek().nanoTime() + (silent == 0 ? SETTLE_NANOS : PATIENCE_NANOS);
    }

    /** How many ranks have a line. */
    private int waiting() {
        int waiting = 0;
        for (ArrayDeque<Line> queue : queues) {
            waiting += queue.isEmpty() ? 0 : 1;
        }
        return waiting;
    }

    boolean isEmpty() {
        return held == 0;
    }

    private void write(BitSet ranks) throws IOException {
        byte[] line = head(ranks.nextSetBit(0));
        for (int rank = ranks.nextSetBit(0); rank >= 0; rank = ranks.nextSetBit(rank + 1)) {
            queues[rank].remove();
            held -= line.length;
            if (queues[rank].isEmpty() && !gone.get(rank)) {
                silent++;
            }
        }
        sink.write(ranks, line);
    }

    /** The ranks whose line is to be written next: the first that nobody has further back, or else the first. */
    private BitSet next() {
        BitSet first = null;
        BitSet seen = new BitSet();
        for (int rank = 0; rank < queues.length; rank++) {
            if (!queues[rank].isEmpty() && !seen.get(rank)) {
                BitSet ranks = alike(rank);
                if (!comesLater(head(rank), ranks)) {
                    return ranks;
                }
                first = first == null ? ranks : first;
                seen.or(ranks);
            }
        }
        return first;
    }

    /** The ranks with the same line at their heads. */
    private BitSet alike(int rank) {
        BitSet ranks = new BitSet();
        for (int other = 0; other < queues.length; other++) {
            if (!queues[other].isEmpty() && Arrays.equals(head(rank), head(other))) {
                ranks.set(other);
            }
        }
        return ranks;
    }

    private boolean comesLater(byte[] line, BitSet ranks) {
        for (int rank = ranks.nextClearBit(0); rank < queues.length; rank = ranks.nextClearBit(rank + 1)) {
            Iterator<Line> lines = queues[rank].iterator();
            for (int i = 0; i < LOOKAHEAD && lines.hasNext(); i++) {
                if (Arrays.equals(line, lines.next().bytes())) {
                    return true;
                }
            }
        }
        return false;
    }

    private int oldest() {
        int oldest = -1;
        for (int rank = 0; rank < queues.length; rank++) {
            Line line = queues[rank].peek();
            if (line != null
                    && (oldest < 0 || line.nanoTime() < queues[oldest].peek().nanoTime())) {
                oldest = rank;
            }
        }
        return oldest;
    }

    private byte[] head(int rank) {
        return queues[rank].peek().bytes();
    }
}
