package io.jmpi.daemon.supervise;

/** What the standard input of a rank is. */
public enum Input {
    /** Empty. */
    NOTHING,
    /** That of this process: a file, a pipe, anything but a terminal. */
    STREAM,
    /** That of this process, a terminal. The rank stays in the process group of the launcher, as a shell expects of a job. */
    TERMINAL,
    /** The same with a terminal for output too: what the rank writes as a prompt is not held back until its line ends. */
    DIALOGUE,
    /** What the head sends with its orders. */
    FED,
    /** The same from a terminal, with a terminal for output too. */
    FED_DIALOGUE;

    /** Whether it is a terminal, which sends its signals to the rank by itself. */
    public boolean isTerminal() {
        return this == TERMINAL || this == DIALOGUE;
    }

    boolean isInherited() {
        return this == STREAM || isTerminal();
    }

    /** Whether it comes from the head. */
    public boolean isFed() {
        return this == FED || this == FED_DIALOGUE;
    }

    boolean prompts() {
        return this == DIALOGUE || this == FED_DIALOGUE;
    }
}
