package io.jmpi.samples.bench;

import mpi.MPI;

/** Where messages lie. */
enum BufferKind {
    /** Arrays, on the heap. */
    ARRAY {
        @Override
        Object bytes(int count) {
            return new byte[count];
        }

        @Override
        Object doubles(int count) {
            return new double[count];
        }
    },
    /** Direct buffers, outside of it. */
    DIRECT {
        @Override
        Object bytes(int count) {
            return MPI.newByteBuffer(count);
        }

        @Override
        Object doubles(int count) {
            return MPI.newDoubleBuffer(count);
        }
    };

    /** Memory for so many bytes. */
    abstract Object bytes(int count);

    /** Memory for so many doubles. */
    abstract Object doubles(int count);
}
