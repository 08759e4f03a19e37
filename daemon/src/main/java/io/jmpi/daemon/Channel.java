package io.jmpi.daemon;

/** The streams a rank writes to. */
public enum Channel {
    OUT,
    ERR
}
