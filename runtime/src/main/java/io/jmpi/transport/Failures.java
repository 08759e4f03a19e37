package io.jmpi.transport;

/** Makes the exception by which callers learn that a peer is lost. */
public interface Failures {

    RuntimeException lost(String message);
}
