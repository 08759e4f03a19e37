package io.jmpi.coll;

/** Memory of a collective's own between a program's buffers and the schedule, where the two lie differently. */
public interface Staging {

    /** Takes what is to be sent from the program's buffers. */
    void load();

    /** Brings what has been received into the program's buffers. */
    void store();
}
