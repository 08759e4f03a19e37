package io.jmpi.daemon.program;

/** What each rank is bound to, a host's ranks in turn; as many processors as that has. */
public enum Binding {
    NONE,
    /** A processor as the system counts them. */
    HWTHREAD,
    /** The processors of a core. */
    CORE,
    SOCKET,
    /** Those near one part of the memory. */
    NUMA
}
