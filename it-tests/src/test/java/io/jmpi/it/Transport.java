package io.jmpi.it;

/** How the ranks of one node reach each other. */
enum Transport {
    SHM,
    TCP;

    /** The value of JMPI_TRANSPORT. */
    String value() {
        return this == TCP ? "tcp" : "shm";
    }
}
