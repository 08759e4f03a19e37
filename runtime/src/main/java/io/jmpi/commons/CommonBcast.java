package io.jmpi.commons;

/** The stream is what the root has, and all take all of it. */
final class CommonBcast extends CommonOutward {

    CommonBcast(NodeCommons commons, Track track, int self) {
        super(commons, track, self);
    }

    @Override
    long stream(long length) {
        return length;
    }

    @Override
    void put(Ends ends, long at, int piece, int place) {
        ends.inputMemory().pack(ends.input(), ends.inputOffset() + at, piece, track.wire(), place);
    }

    @Override
    void wake(Ends ends, long from, long end) {
        commons.wakeAll();
    }

    @Override
    long first(Ends ends) {
        return 0;
    }

    @Override
    void keep(Ends ends) {
        // it has it
    }
}
