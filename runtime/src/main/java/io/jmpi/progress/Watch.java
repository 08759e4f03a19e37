package io.jmpi.progress;

/** What a rank waits for that no message brings: others make it true, and wake the rank. */
public interface Watch {

    /** Whether it is true; then it stays so. */
    boolean isOver();

    /** Whether all the others have to do something before it is. */
    default boolean takesAll() {
        return false;
    }
}
