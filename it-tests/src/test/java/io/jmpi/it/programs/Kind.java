package io.jmpi.it.programs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mpi.Datatype;
import mpi.MPI;

/** The ways in which a program may hold its data. */
enum Kind {
    ARRAY,
    HEAP,
    DIRECT,
    HEAP_SLICE,
    DIRECT_SLICE,
    FOREIGN_ORDER;

    private static final ByteOrder FOREIGN =
            ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    private static final int MARGIN = 3;

    /** Whether there is such a thing; the JDK has no buffer of booleans. */
    boolean holds(Datatype type) {
        return this == ARRAY || type != MPI.BOOLEAN;
    }

    /** A buffer of zeros. */
    Object make(Datatype type, int count) {
        return switch (this) {
            case ARRAY -> Elements.array(type, count);
            case HEAP -> Elements.wrap(Elements.array(type, count));
            case DIRECT -> Elements.direct(type, count);
            case HEAP_SLICE -> Elements.slice(Elements.array(type, count + MARGIN), MARGIN);
            case DIRECT_SLICE -> Elements.slice(Elements.direct(type, count + MARGIN), MARGIN);
            case FOREIGN_ORDER ->
                Elements.view(
                        type,
                        ByteBuffer.allocateDirect(count * Elements.size(type)).order(FOREIGN));
        };
    }
}
