package io.jmpi.progress;

/** Numbers that bound what a rank keeps or how long it tries. */
final class Limits {

    /** Bytes of unexpected data from one peer beyond which that peer is asked to announce its messages only. */
    static final long UNEXPECTED_BYTES = 4L << 20;

    private Limits() {}
}
