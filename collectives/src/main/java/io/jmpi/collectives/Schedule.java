package io.jmpi.collectives;

/**
 * What one rank does in a collective: rounds of steps on ranges of abstract buffers. Immutable, so any thread may read
 * it; flat arrays, so that executing it allocates nothing.
 *
 * <p>All transfers (SEND, RECV) of a round start together. When all have completed, the round's local steps (REDUCE,
 * COPY) run in the order listed; then the next round begins.
 *
 * <ol>
 *   <li>REDUCE sets target = source OP target: the source is the left operand, as in MPI's {@code inout = in op inout}.
 *   <li>Transfers between two ranks match in the order listed, with one tag.
 *   <li>A round's receives overlap neither each other nor its sends; source and target of a local step do not overlap.
 *   <li>{@link #INPUT} is never written.
 *   <li>Offsets and counts are in elements of the datatype. Only a barrier has transfers of count 0.
 * </ol>
 */
public final class Schedule {

    /** Kinds of step. */
    public static final int SEND = 0;

    public static final int RECV = 1;
    public static final int REDUCE = 2;
    public static final int COPY = 3;

    /** Buffers: the user's send buffer, the user's receive buffer, and a temporary of {@link #scratch()} elements. */
    public static final int INPUT = 0;

    public static final int OUTPUT = 1;
    public static final int SCRATCH = 2;

    private static final int WORDS = 4;
    private static final int LONGS = 3;

    private static final String[] BUFFERS = {"input", "output", "scratch"};

    private final int[] rounds; // first step of each round, then the number of steps
    private final int[] words; // per step: kind, peer, source, target
    private final long[] longs; // per step: source offset, target offset, count
    private final long scratch;

    Schedule(int[] rounds, int[] words, long[] longs, long scratch) {
        this.rounds = rounds;
        this.words = words;
        this.longs = longs;
        this.scratch = scratch;
    }

    /** Number of rounds; 0 if there is nothing to do. */
    public int rounds() {
        return rounds.length - 1;
    }

    /** First step of a round; its transfers come before its local steps. */
    public int firstStep(int round) {
        return rounds[round];
    }

    /** One past the last step of a round. */
    public int endStep(int round) {
        return rounds[round + 1];
    }

    /** {@link #SEND}, {@link #RECV}, {@link #REDUCE} or {@link #COPY}. */
    public int kind(int step) {
        return words[step * WORDS];
    }

    /** Rank at the other end of a transfer; -1 for a local step. */
    public int peer(int step) {
        return words[step * WORDS + 1];
    }

    /** Buffer that SEND, REDUCE and COPY read. */
    public int source(int step) {
        return words[step * WORDS + 2];
    }

    public long sourceOffset(int step) {
        return longs[step * LONGS];
    }

    /** Buffer that RECV, REDUCE and COPY write. */
    public int target(int step) {
        return words[step * WORDS + 3];
    }

    public long targetOffset(int step) {
        return longs[step * LONGS + 1];
    }

    public long count(int step) {
        return longs[step * LONGS + 2];
    }

    /** Elements of temporary memory that {@link #SCRATCH} needs. */
    public long scratch() {
        return scratch;
    }

    /** One line per round, such as {@code 0: send input[0..4) to 3; recv scratch[0..4) from 2}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int round = 0; round < rounds(); round++) {
            text.append(round).append(": ");
            for (int step = firstStep(round); step < endStep(round); step++) {
                text.append(step == firstStep(round) ? "" : "; ").append(describe(step));
            }
            text.append('\n');
        }
        return text.append("scratch ").append(scratch).toString();
    }

    private String describe(int step) {
        String source = range(source(step), sourceOffset(step), count(step));
        String target = range(target(step), targetOffset(step), count(step));
        return switch (kind(step)) {
            case SEND -> "send " + source + " to " + peer(step);
            case RECV -> "recv " + target + " from " + peer(step);
            case REDUCE -> target + " = " + source + " op " + target;
            default -> target + " = " + source;
        };
    }

    private static String range(int buffer, long offset, long count) {
        return BUFFERS[buffer] + "[" + offset + ".." + (offset + count) + ")";
    }
}
