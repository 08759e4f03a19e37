package io.jmpi.daemon;

/** Something the thread that runs a job has to hear of. */
record JobEvent(Kind kind, int value, int status) {

    enum Kind {
        /** The process of rank {@code value} has ended with a status. */
        ENDED,
        /** The launcher was sent the signal {@code value}, which asks it to end. */
        SIGNAL,
        /** The launcher is to stop, or goes on after a stop. */
        STOP,
        CONTINUE,
        /** The listener takes no more output. */
        OUTPUT_LOST
    }

    static JobEvent of(Kind kind) {
        return new JobEvent(kind, 0, 0);
    }
}
