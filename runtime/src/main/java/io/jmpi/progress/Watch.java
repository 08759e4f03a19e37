package io.jmpi.progress;

/** What a rank waits for that no message brings: others make it true, and wake the rank. */
public interface Watch {

    /** How it comes, by which a rank that shares its processor decides when to sleep. */
    enum Coming {
        /** From one other rank, and often. */
        SINGLY,
        /** From all of them, as soon as each has had its turn. */
        FROM_ALL,
        /** From one or all of them, seldom, and then much at a time. */
        IN_BULK
    }

    /** Whether it is true; then it stays so. */
    boolean isOver();

    /** How it comes. */
    default Coming coming() {
        return Coming.SINGLY;
    }
}
