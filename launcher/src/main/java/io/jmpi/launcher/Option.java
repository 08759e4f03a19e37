package io.jmpi.launcher;

/**
 * The options of {@code jmpiexec}, in the order in which the help shows them.
 *
 * <p>They are read without picocli: its classes have a format so old that no class-data archive takes them, and loading
 * them would cost more than the rest of a launch.
 */
enum Option {
    RANKS("-n -np", "RANKS", "number of ranks (1)"),
    DIRECTORY("-wdir --wdir", "DIRECTORY", "where the ranks start (here)"),
    ENVIRONMENT("-env -genv", "NAME VALUE", "give the ranks an environment variable"),
    EXPORT("-x", "NAME[=VALUE]", "the same; without a value the one it has here"),
    LABEL("-l -prepend-rank --tag-output", "", "begin each line of output with the rank that wrote it"),
    TIMEOUT("-timeout --timeout", "SECONDS", "end the job after this time (MPIEXEC_TIMEOUT)"),
    VERBOSE("-v --verbose", "", "tell what is done"),
    ARCHIVE("--archive", "", "write an archive beside APP.jar, with which it starts faster"),
    PREPARE("--prepare", "", "make the class-data archives of JMPI's own classes now, and exit"),
    VERSION("--version -version", "", "print the version and exit"),
    HELP("--help -h -help", "", "print this help and exit"),
    /** What other launchers need to be told, and this one does anyway. */
    HARMLESS("--oversubscribe -oversubscribe --allow-run-as-root -allow-run-as-root", "", null);

    private static final Option[] ALL = values();
    private static final int COLUMN = 32;

    private final String names;
    private final String label;
    private final String description;

    Option(String names, String label, String description) {
        this.names = names;
        this.label = label;
        this.description = description;
    }

    /** The option of a name such as "-n", null if there is none. */
    static Option named(String name) {
        for (Option option : ALL) {
            int at = option.names.indexOf(name);
            while (at >= 0) {
                int end = at + name.length();
                boolean whole = (at == 0 || option.names.charAt(at - 1) == ' ')
                        && (end == option.names.length() || option.names.charAt(end) == ' ');
                if (whole) {
                    return option;
                }
                at = option.names.indexOf(name, end);
            }
        }
        return null;
    }

    /** How many words it takes. */
    int valueCount() {
        if (label.isEmpty()) {
            return 0;
        }
        return label.indexOf(' ') < 0 ? 1 : 2;
    }

    /** What its values are. */
    String label() {
        return label;
    }

    /** The text of {@code --help}. */
    static String help() {
        StringBuilder help = new StringBuilder();
        help.append("Starts a program as the ranks of an MPI job on this machine.\n");
        help.append("Usage: jmpiexec [OPTION...] PROGRAM [ARGUMENT...]\n");
        for (Option option : ALL) {
            if (option.description != null) {
                option.describe(help);
            }
        }
        help.append("\nExit status: 0, or that of the lowest rank that failed by itself (128 + the number of\n")
                .append("the signal that ended it); the code given to abort; 124 when the time was over; 128 +\n")
                .append("the signal that ended jmpiexec; 2 for bad usage, 126 for a program that is not\n")
                .append("executable, 127 for one that is not found.\n");
        return help.toString();
    }

    private void describe(StringBuilder help) {
        int start = help.length();
        help.append("  ").append(names.replace(" ", ", "));
        if (!label.isEmpty()) {
            help.append(' ').append(label);
        }
        do {
            help.append(' ');
        } while (help.length() - start < COLUMN);
        help.append(description).append('\n');
    }
}
