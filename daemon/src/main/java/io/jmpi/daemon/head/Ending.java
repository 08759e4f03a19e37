package io.jmpi.daemon.head;

/** How a rank has ended. */
public enum Ending {
    /** As it should. */
    REGULAR,
    /** With an exit status other than 0, or by a signal. */
    FAILED,
    /** The same, but after {@code Finalize}, when no other rank waits for it any more. */
    FAILED_AFTER_FINALIZE,
    /** It called {@code abort}. */
    ABORTED,
    /** With exit status 0 after {@code Init}, but without {@code Finalize}. */
    LEFT_WITHOUT_FINALIZE,
    /** With exit status 0 without {@code Init}, while others have called it and may wait for this rank. */
    LEFT_BEFORE_INIT,
    /** Nobody knows: its host is lost. */
    LOST,
    /** Because the job was being ended. */
    ENDED;

    /** Whether the job's exit status tells of it. */
    public boolean isFailure() {
        return this != REGULAR && this != ENDED;
    }

    /** Whether the job cannot go on without the rank. */
    public boolean endsJob() {
        return isFailure() && this != FAILED_AFTER_FINALIZE;
    }
}
