package io.jmpi.progress;

/** Numbers that bound what a rank keeps or how long it tries. */
final class Limits {

    /** Bytes of unexpected data from one peer beyond which that peer is asked to announce its messages only. */
    static final long UNEXPECTED_BYTES = 4L << 20;

    /** Messages to one peer before this rank looks if that peer has asked for announcements only. */
    static final int BLIND_SENDS = 64;

    private Limits() {}
}
