package io.jmpi.coll;

import io.jmpi.data.UserMemory;

/** A buffer that a schedule works on, from some offset on. */
final class Region {

    Object buffer;
    UserMemory memory;
    long offset;

    void set(Object buffer, UserMemory memory, long offset) {
        this.buffer = buffer;
        this.memory = memory;
        this.offset = offset;
    }

    void clear() {
        buffer = null;
    }
}
