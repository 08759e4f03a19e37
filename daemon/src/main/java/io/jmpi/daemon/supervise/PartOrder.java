package io.jmpi.daemon.supervise;

/** What the head tells a part to do. */
public sealed interface PartOrder extends PartTask {

    /** Order: a signal, named without SIG, for all ranks that run. {@link PartEvent.Signalled} answers. */
    record Signal(String name) implements PartOrder {

        public Signal {
            checkName(name);
        }

        /** It becomes a word of a shell's command. */
        private static void checkName(String name) {
            boolean good = !name.isEmpty();
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                good &= c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            }
            if (!good) {
                throw new IllegalArgumentException("not the name of a signal: " + name);
            }
        }
    }

    /** Order: kill what a rank that has ended has left behind in its group. */
    record Clear(int rank) implements PartOrder {}

    /** Order: let ranks know on which port one of another node accepts connections. */
    record Connect(int rank, int port) implements PartOrder {}

    /** Order: input for the ranks that are {@linkplain Input#isFed fed}. {@link PartEvent.InputTaken} answers. */
    record Feed(byte[] bytes) implements PartOrder {}

    /** Order: the input has ended. */
    record EndInput() implements PartOrder {}

    /** Order: so many bytes more of output may be sent; for a part that has a limit. */
    record Credit(int bytes) implements PartOrder {}

    /** Order: more of a file that ranks find where they start. {@link PartEvent.StageTaken} answers. */
    record Stage(String name, boolean executable, byte[] bytes) implements PartOrder {}

    /** Order: all files are there, the ranks may start. */
    record EndStage() implements PartOrder {}

    /** Order: let its peers see that a rank has ended. */
    record Bury(int rank) implements PartOrder {}

    /**
     * Order: the last one. Kills what still runs, and cleans up.
     *
     * @param force whether the job was ended: kills what has hidden, and waits no longer for a slow reader of the output
     */
    record Finish(boolean force) implements PartOrder {}
}
