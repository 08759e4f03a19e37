package io.jmpi.commons;

/**
 * The root puts a stream of bytes on the {@link Track}, of which each of the others takes a part; what is in the stream, makes
 * the collective. The root waits for nobody but for room. A rank waits for the first record, which tells the length, and for
 * those that it takes something from.
 */
abstract class CommonOutward {

    /** Bytes after which those who sleep are woken: a wake-up takes longer than to copy a short piece. */
    private static final int BULK = 64 << 10;

    final NodeCommons commons;
    final Track track;
    final int self;

    private int latestRoot = -1;

    CommonOutward(NodeCommons commons, Track track, int self) {
        this.commons = commons;
        this.track = track;
        this.self = self;
    }

    /** A method for each part, so that a rank that becomes root for once does not undo what is compiled of the other. */
    final void run(Ends ends) {
        if (self == ends.root()) {
            give(ends);
        } else {
            take(ends);
        }
        latestRoot = ends.root();
    }

    private void give(Ends ends) {
        long length = ends.length();
        long stream = stream(length);
        long done = 0;
        long told = -1;
        track.takeOver();
        do {
            track.enter();
            int piece = track.piece(stream - done);
            if (piece != 0) {
                put(ends, done, piece, track.place(piece));
            }
            track.fill(length, piece);
            done += piece;
            if (told < 0 || done == stream) { // with the length; and with the end, for which the next root may wait
                commons.wakeAll();
                told = done;
            } else if (done - told >= BULK) {
                wake(ends, told, done);
                told = done;
            }
        } while (done < stream);
        keep(ends);
    }

    private void take(Ends ends) {
        boolean inBulk = isInBulk(ends);
        track.enter();
        track.await(inBulk);
        long given = track.length();
        boolean fits = given == ends.length();
        long stream = stream(given);
        long first = fits ? first(ends) : stream;
        long end = fits ? first + given : stream;
        long done = 0;
        do {
            track.enter();
            int piece = track.piece(stream - done);
            long from = Math.max(first, done);
            long bytes = Math.min(end, done + piece) - from;
            if (bytes > 0) {
                track.await(inBulk);
                int at = track.place(piece) + (int) (from - done);
                long to = ends.outputOffset() + from - first;
                ends.outputMemory().unpack(track.wire(), at, ends.output(), to, (int) bytes);
            }
            track.leave(piece);
            done += piece;
        } while (done < stream);
        if (!fits) {
            throw MismatchException.of("the counts of this collective do not fit: rank " + ends.root() + " has sent "
                    + given + " bytes where rank " + self + " has asked for " + ends.length());
        }
    }

    /** A root that stays the same goes ahead; another one has waited for the same as this rank, and is what this rank waits for. */
    private boolean isInBulk(Ends ends) {
        return ends.length() >= BULK && ends.root() == latestRoot;
    }

    /** Bytes of the stream, if the collective's length is so much. */
    abstract long stream(long length);

    /** By the root: puts a piece of the stream into its place on the track. */
    abstract void put(Ends ends, long at, int piece, int place);

    /** By the root: wakes those who may wait for what has been put from one place in the stream to another. */
    abstract void wake(Ends ends, long from, long end);

    /** Where in the stream this rank's part begins, which is as long as the collective. */
    abstract long first(Ends ends);

    /** By the root, in the end: what it gives to itself. */
    abstract void keep(Ends ends);
}
