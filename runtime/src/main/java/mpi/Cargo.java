package mpi;

import io.jmpi.data.UserMemory;

/**
 * What a call's buffer, count and datatype are to an operation: a range of bytes in some memory, both null if there is no
 * buffer and nothing to move.
 */
record Cargo(Object buffer, UserMemory memory, long offset, long length) {

    /** Items to read, from index 0 on, after checking them. */
    static Cargo outgoing(Object buf, long count, Datatype type) {
        return of(buf, Arguments.buffer(buf, 0, count, type), count, type);
    }

    /** Items to write, from index 0 on, after checking them. */
    static Cargo incoming(Object buf, long count, Datatype type) {
        return of(buf, Arguments.writable(buf, 0, count, type), count, type);
    }

    private static Cargo of(Object buf, UserMemory memory, long count, Datatype type) {
        if (!type.isMapped()) {
            return new Cargo(buf, memory, type.position(0), type.bytes(count));
        }
        UserMemory mapped = type.map(buf, 0);
        return new Cargo(mapped, mapped, 0, type.bytes(count));
    }

    void copyTo(Object target, long at) {
        if (length != 0) {
            UserMemory.copyBetween(buffer, offset, target, at, length);
        }
    }

    void copyFrom(Object source, long at) {
        if (length != 0) {
            UserMemory.copyBetween(source, at, buffer, offset, length);
        }
    }
}
