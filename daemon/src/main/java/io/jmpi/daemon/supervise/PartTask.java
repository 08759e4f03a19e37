package io.jmpi.daemon.supervise;

/** Something that the thread of a part has to do. */
sealed interface PartTask
        permits PartOrder,
                PartTask.Exit,
                PartTask.OutputEnd,
                PartTask.OutputFailure,
                PartTask.Bell,
                PartTask.Fed,
                PartTask.Full {

    /** The process of a local rank has ended. */
    record Exit(int localRank, int status) implements PartTask {}

    /** All that a local rank has written is passed on. */
    record OutputEnd(int localRank) implements PartTask {}

    /** Nobody takes output any more. */
    record OutputFailure() implements PartTask {}

    /** A rank has come further, and has rung the bell. */
    record Bell() implements PartTask {}

    /** A local rank has been given bytes of input. */
    record Fed(int localRank, int bytes) implements PartTask {}

    /** A local rank takes no more input. */
    record Full(int localRank) implements PartTask {}
}
