package io.jmpi.coll;

/** Memory of a collective's own between a program's buffers and the schedule, where the two lie differently. */
public interface Staging {

    /** Takes what is to be sent from the program's buffers. */
    void load();

    /** What the schedule reads, once it is loaded. */
    Object input();

    /** Where in it the schedule begins, in bytes. */
    default long inputOffset() {
        return 0;
    }

    /** What the schedule writes, once it is loaded. */
    Object output();

    /** Where in it the schedule begins, in bytes. */
    default long outputOffset() {
        return 0;
    }

    /** Brings what has been received into the program's buffers. */
    void store();

    /** Lets go of the memory, whether all went well or not. */
    default void end() {}
}
