package io.jmpi.daemon.supervise;

/** The names of signals, with the numbers that are the same wherever they matter here. */
public final class Signals {

    /** Exit statuses above this are signals. */
    public static final int STATUS_BASE = 128;

    public static final int HUP = 1;
    public static final int INT = 2;
    public static final int TERM = 15;

    private static final String[] NAMES = {
        null,
        "SIGHUP",
        "SIGINT",
        "SIGQUIT",
        "SIGILL",
        "SIGTRAP",
        "SIGABRT",
        "SIGBUS",
        "SIGFPE",
        "SIGKILL",
        "SIGUSR1",
        "SIGSEGV",
        "SIGUSR2",
        "SIGPIPE",
        "SIGALRM",
        "SIGTERM",
        "SIGSTKFLT"
    };
    private static final String[] LATER_NAMES = {"SIGXCPU", "SIGXFSZ"};
    private static final int FIRST_LATER = 24;

    private Signals() {}

    /** The name of one of the signals that a launcher passes on, without SIG. */
    public static String name(int signal) {
        return NAMES[signal].substring("SIG".length());
    }

    /** The signal that an exit status tells of, null when it tells of none. */
    public static String nameInStatus(int status) {
        int number = status - STATUS_BASE;
        if (number > 0 && number < NAMES.length) {
            return NAMES[number];
        }
        int later = number - FIRST_LATER;
        return later >= 0 && later < LATER_NAMES.length ? LATER_NAMES[later] : null;
    }
}
