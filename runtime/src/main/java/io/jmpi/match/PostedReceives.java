package io.jmpi.match;

/**
 * The receives that wait for a message.
 *
 * <p>One queue table for each way to use wildcards. A message looks at the first candidate of each table in use and takes
 * the one posted earliest.
 *
 * @param <R> what a receive is
 */
public final class PostedReceives<R extends Link> {

    /** Matches any source or any tag. */
    public static final int ANY = -1;

    private final MatchTable exact = new MatchTable();
    private final MatchTable wild = new MatchTable();
    private long sequence;

    /** Posts a receive; source and tag may be {@link #ANY}. */
    public void post(R receive, int context, int source, int tag) {
        receive.sequence = sequence++;
        (source == ANY || tag == ANY ? wild : exact).append(receive, context, source, tag);
    }

    /** Takes out the earliest receive that fits a message, or returns null. */
    @SuppressWarnings("unchecked") // only R gets in
    public R match(int context, int source, int tag) {
        Link earliest = exact.first(context, source, tag);
        MatchTable from = exact;
        if (wild.size() != 0) {
            Link candidate = earliest(
                    wild.first(context, source, ANY),
                    earliest(wild.first(context, ANY, tag), wild.first(context, ANY, ANY)));
            if (candidate != null && candidate == earliest(candidate, earliest)) {
                earliest = candidate;
                from = wild;
            }
        }
        if (earliest != null) {
            from.remove(earliest);
        }
        return (R) earliest;
    }

    /** Takes back a receive, if it is posted and not matched. */
    public boolean remove(R receive) {
        MatchQueue queue = receive.queue;
        if (queue == null) {
            return false;
        }
        (queue.source == ANY || queue.tag == ANY ? wild : exact).remove(receive);
        return true;
    }

    public int size() {
        return exact.size() + wild.size();
    }

    private static Link earliest(Link one, Link other) {
        if (one == null) {
            return other;
        }
        return other == null || one.sequence < other.sequence ? one : other;
    }
}
