package io.jmpi.daemon;

import java.io.IOException;

/** Is told what happens in a job. All but output is told by the thread that runs the job. */
public interface JobListener {

    /** The job segment lies at a path. */
    default void onSegment(String path, int ringBytes) {}

    /** A rank's process runs. */
    default void onStarted(int rank, long pid) {}

    /**
     * A rank has written whole lines, or the last piece of its output. Called by threads of the rank, one a channel.
     *
     * @throws IOException when the output can be passed on no more, which ends the job
     */
    void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException;

    /** A rank's process has ended. */
    default void onEnded(int rank, long pid, int status) {}

    /** A rank has failed first; until {@link #onFailure} its error output goes before that of the others. */
    default void onFailing(int rank) {}

    /** A rank has failed, first or in the wake of another. */
    void onFailure(RankEnd end, boolean first);

    /** The time given to the job is over while these ranks still run. */
    void onTimeout(int[] running);

    /** These ranks have not ended although they were told to by a signal, and are now killed. */
    default void onKill(int[] running) {}
}
