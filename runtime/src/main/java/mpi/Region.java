package mpi;

import io.jmpi.data.ForeignBuffer;
import java.nio.Buffer;

/**
 * The part of a buffer that a call without count and datatype means: the whole of an array or of a device's, or what lies between a
 * buffer's position and limit; its datatype follows from what the buffer holds.
 */
record Region(Object buf, int offset, int count, Datatype type) {

    static Region of(Object buf) {
        Datatype type = MPI.typeOf(Arguments.memory(buf));
        if (buf instanceof Buffer buffer) {
            return new Region(buf, buffer.position(), buffer.remaining(), type);
        }
        if (buf instanceof ForeignBuffer foreign) {
            return new Region(buf, 0, foreign.length(), type);
        }
        return new Region(buf, 0, java.lang.reflect.Array.getLength(buf), type);
    }

    static Region of(Object buf, int offset, int count) {
        return new Region(buf, offset, count, MPI.typeOf(Arguments.memory(buf)));
    }
}
