package io.jmpi.commons;

import io.jmpi.data.UserMemory;

/** The stream is the blocks of all but the root, in the order of ranks, and each takes its own. */
final class CommonScatter extends CommonOutward {

    private final int ranks;

    CommonScatter(NodeCommons commons, Track track, int self, int ranks) {
        super(commons, track, self);
        this.ranks = ranks;
    }

    @Override
    long stream(long length) {
        return (ranks - 1) * length;
    }

    /** The root's own block, which is not in the stream, may be in the middle of a piece. */
    @Override
    void put(Ends ends, long at, int piece, int place) {
        long gap = self * ends.length();
        int before = (int) Math.max(0, Math.min(piece, gap - at));
        if (before > 0) {
            ends.inputMemory().pack(ends.input(), ends.inputOffset() + at, before, track.wire(), place);
        }
        if (before < piece) {
            long from = ends.inputOffset() + at + before + ends.length();
            ends.inputMemory().pack(ends.input(), from, piece - before, track.wire(), place + before);
        }
    }

    @Override
    void wake(Ends ends, long from, long end) {
        long last = (end - 1) / ends.length();
        for (long block = from / ends.length(); block <= last; block++) {
            commons.wake((int) (block < self ? block : block + 1));
        }
    }

    @Override
    long first(Ends ends) {
        return (self < ends.root() ? self : self - 1) * ends.length();
    }

    /** The root keeps its own block in its input if it is in place. */
    @Override
    void keep(Ends ends) {
        if (ends.output() != null && ends.length() > 0) {
            long block = ends.inputOffset() + self * ends.length();
            UserMemory.copyBetween(ends.input(), block, ends.output(), ends.outputOffset(), ends.length());
        }
    }
}
