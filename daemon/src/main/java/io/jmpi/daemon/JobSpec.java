package io.jmpi.daemon;

import java.util.List;

/**
 * What a job on this node is made of.
 *
 * @param name unique among the jobs that run
 * @param ranks one for each rank
 * @param input what the standard input of rank 0 is; other ranks have none
 * @param ownOutput whether ranks write straight to the output of this process instead of to the listener
 * @param timeoutMillis after which the job is ended, 0 for never
 */
public record JobSpec(String name, List<RankSpec> ranks, Input input, boolean ownOutput, long timeoutMillis) {

    /** What this process's standard input is, all of which rank 0 inherits. */
    public enum Input {
        /** A file, a pipe, anything but a terminal. */
        STREAM,
        /** A terminal. Rank 0 then stays in the process group of the launcher, as a shell expects of a job. */
        TERMINAL,
        /** A terminal for input and output: what rank 0 writes as a prompt is not held back until its line ends. */
        DIALOGUE;

        boolean isTerminal() {
            return this != STREAM;
        }
    }
}
