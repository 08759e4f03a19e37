package io.jmpi.progress;

/** Somebody who is told that an operation is done. */
public interface Completion {

    /** Called once for each operation, by whoever drives the engine, in the midst of polling. */
    void completed(Operation operation);
}
