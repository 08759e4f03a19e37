package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Signals;

/**
 * The end of a rank.
 *
 * @param status the exit status, or 128 + the number of the signal that ended it
 * @param abortCode meaningful for {@link Ending#ABORTED}
 */
public record RankEnd(int rank, long pid, Ending ending, int status, int abortCode) {

    /** What the job's exit status is if it ended because of this rank. */
    public int jobStatus() {
        switch (ending) {
            case REGULAR:
            case ENDED:
                return 0;
            case ABORTED:
                int code = abortCode & 0xff;
                return code == 0 && abortCode != 0 ? 1 : code;
            case LEFT_WITHOUT_FINALIZE:
            case LEFT_BEFORE_INIT:
            case LOST:
                return 1;
            default:
                return status;
        }
    }

    /** The end in words: "ended with exit status 3", "was killed by signal 9 (SIGKILL)". */
    public String inWords() {
        switch (ending) {
            case ABORTED:
                return "called abort with code " + abortCode;
            case LEFT_WITHOUT_FINALIZE:
                return "exited with status 0 after Init without calling Finalize";
            case LEFT_BEFORE_INIT:
                return "exited with status 0 without calling Init, which other ranks have called";
            case LOST:
                return "is lost with its host";
            default:
                String signal = Signals.nameInStatus(status);
                return signal == null
                        ? "exited with status " + status
                        : "was ended by signal " + (status - Signals.STATUS_BASE) + " (" + signal + ")";
        }
    }
}
