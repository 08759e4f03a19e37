package io.jmpi.daemon.supervise;

/** The streams a rank writes to. */
public enum Channel {
    OUT,
    ERR
}
