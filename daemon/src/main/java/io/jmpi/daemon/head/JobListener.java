package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;
import java.io.IOException;

/** Is told what happens in a job. All but output is told by the thread that runs its head. */
public interface JobListener {

    /** The job has a name by which others know it. */
    default void onNamed(String name) {}

    /** A node is about to start its ranks; its segment lies at a path. */
    default void onReady(String host, int ranks, int processors, String segment, int ringBytes) {}

    /** Something is done on a host that the user may want to know. */
    default void onDetail(String host, String text) {}

    /** A rank's process runs. */
    default void onStarted(int rank, String host, long pid) {}

    /**
     * A rank has written whole lines, or the last piece of its output. Called by any thread, for each rank and channel by
     * one at a time.
     *
     * @throws IOException when the output can be passed on no more, which ends the job
     */
    void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException;

    /** A rank's process has ended. */
    default void onEnded(int rank, String host, long pid, int status) {}

    /** All that a rank has written was passed on. */
    default void onOutputEnd(int rank) {}

    /** A host could not start ranks of the job; the job ends. */
    void onCannotStart(String host, String message);

    /** A rank has failed, first or in the wake of another. */
    void onFailure(RankEnd end, String host, boolean first);

    /** A host is lost with ranks that still ran; the job ends, if it was not about to. */
    void onLost(String host, int[] running, String cause);

    /** The daemon that leads to all hosts is lost, with these ranks that still ran; the job ends. */
    default void onCut(int[] running, String cause) {}

    /** Somebody else ends the job. */
    default void onEndWanted(String by) {}

    /** The time given to the job is over while these ranks still run. */
    void onTimeout(int[] running);

    /** These ranks have not ended although they were told to by a signal, and are now killed. */
    default void onKill(int[] running) {}
}
