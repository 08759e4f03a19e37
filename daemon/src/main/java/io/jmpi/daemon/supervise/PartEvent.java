package io.jmpi.daemon.supervise;

import io.jmpi.job.RankState;

/** What a part tells the head; ranks are those of the job. */
public sealed interface PartEvent {

    /** The first: ranks are about to start. */
    record Ready(int processors, String segment, int ringBytes) implements PartEvent {}

    /** Something is done that the user may want to know. */
    record Detail(String text) implements PartEvent {}

    /** The ranks, or some, could not be started; the others are killed. The exit status tells of it. */
    record Failed(int status, String message) implements PartEvent {}

    /** A rank's process runs. */
    record Started(int rank, long pid) implements PartEvent {}

    /** A rank has come further. */
    record Advanced(int rank, RankState state) implements PartEvent {}

    /** A rank accepts connections of ranks of other nodes on a port. */
    record Listening(int rank, int port) implements PartEvent {}

    /**
     * A rank's process has ended.
     *
     * @param status the exit status, or 128 + the number of the signal that ended it
     * @param abortCode meaningful in state {@link RankState#ABORTED}
     */
    record Ended(int rank, int status, RankState state, int abortCode) implements PartEvent {}

    /** All that a rank has written was passed on. */
    record OutputEnded(int rank) implements PartEvent {}

    /** Output was refused by the listener. */
    record OutputLost() implements PartEvent {}

    /** So many bytes more of files are there. */
    record StageTaken(int bytes) implements PartEvent {}

    /** So many bytes more of the input have been given to all that are fed. */
    record InputTaken(long bytes) implements PartEvent {}

    /** Nobody here takes input any more. */
    record InputClosed() implements PartEvent {}

    /** The ranks that run have been sent a signal. */
    record Signalled(String name) implements PartEvent {}

    /** The last: nothing is left of the part. */
    record Finished() implements PartEvent {}

    /** The last, made up on the way: nothing more will be heard of the part. */
    record Lost(String cause) implements PartEvent {}
}
