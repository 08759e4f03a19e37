package io.jmpi.coll;

/**
 * The contexts that are free in this process, and the agreement by which all members of a communicator find one that is
 * free in all of theirs.
 *
 * <p>Every member offers its free contexts as a bit set; the lowest bit in the intersection is the one. While one thread's
 * offer is out, other threads of the process offer nothing and try again. The agreement with the lowest
 * {@linkplain Communicator#precedence precedence} goes first, and of several with the same the one begun first, as all members
 * begin them in the same order. That is the same in every process, so somebody always gets on. May be called from any thread.
 */
public final class Contexts {

    /** Of COMM_WORLD. */
    public static final int WORLD = 0;

    /** Of COMM_SELF. */
    public static final int SELF = Communicator.CONTEXTS;

    /** Longs of an offer; the last one says whether it is one at all. */
    static final int OFFER_LENGTH = 65;

    private static final int WORDS = OFFER_LENGTH - 1;

    /** Communicators that a process can have at a time. */
    static final int MOST = WORDS * Long.SIZE;

    private final long[] free = new long[WORDS];
    private long[] trying = new long[8]; // pairs of a precedence and a ticket
    private long begun;
    private int tryingCount;
    private boolean offered;

    public Contexts() {
        java.util.Arrays.fill(free, -1L);
        free[0] &= ~0b11L; // COMM_WORLD and COMM_SELF
    }

    /**
     * Says that somebody wants a context.
     *
     * @param precedence see {@link Communicator#precedence}
     * @return a ticket for the other calls
     */
    synchronized long begin(long precedence) {
        if (tryingCount == trying.length) {
            trying = java.util.Arrays.copyOf(trying, tryingCount * 2);
        }
        long ticket = begun++;
        trying[tryingCount++] = precedence;
        trying[tryingCount++] = ticket;
        return ticket;
    }

    /** Fills in this process's offer; returns whether it is one. */
    synchronized boolean offer(long ticket, long[] offer) {
        boolean mine = !offered && isFirst(ticket);
        offered |= mine;
        for (int word = 0; word < WORDS; word++) {
            offer[word] = mine ? free[word] : 0;
        }
        offer[WORDS] = mine ? 1 : 0;
        return mine;
    }

    /**
     * Ends an offer.
     *
     * @param common the intersection of all offers
     * @return the context agreed on, or -1 when some process has offered nothing and all must try again
     * @throws IllegalStateException when there is no context left that is free in all processes
     */
    synchronized int settle(long ticket, boolean mine, long[] common) {
        offered &= !mine;
        if (common[WORDS] == 0) {
            return -1;
        }
        end(ticket);
        for (int word = 0; word < WORDS; word++) {
            if (common[word] != 0) {
                long bit = Long.lowestOneBit(common[word]);
                free[word] &= ~bit;
                return Communicator.CONTEXTS * (word * Long.SIZE + Long.numberOfTrailingZeros(bit));
            }
        }
        throw new IllegalStateException("no context is left for another communicator: a process can have " + MOST
                + " at a time; free those that are no longer needed");
    }

    /** Takes back a context that no message is under way in. */
    public synchronized void release(int context) {
        int index = context / Communicator.CONTEXTS;
        free[index / Long.SIZE] |= 1L << index;
    }

    private boolean isFirst(long ticket) {
        int first = 0;
        for (int i = 2; i < tryingCount; i += 2) {
            boolean before =
                    trying[i] < trying[first] || trying[i] == trying[first] && trying[i + 1] < trying[first + 1];
            first = before ? i : first;
        }
        return trying[first + 1] == ticket;
    }

    private void end(long ticket) {
        for (int i = 0; i < tryingCount; i += 2) {
            if (trying[i + 1] == ticket) {
                tryingCount -= 2;
                trying[i] = trying[tryingCount];
                trying[i + 1] = trying[tryingCount + 1];
                return;
            }
        }
    }
}
