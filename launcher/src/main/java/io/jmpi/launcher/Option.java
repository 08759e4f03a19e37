package io.jmpi.launcher;

/**
 * The options of {@code jmpiexec}, in the order in which the help shows them.
 *
 * <p>They are read without picocli: its classes have a format so old that no class-data archive takes them, and loading
 * them would cost more than the rest of a launch.
 */
enum Option {
    RANKS(Group.PROGRAM, "-n -np", "RANKS", "number of ranks (1)"),
    HOST(Group.PROGRAM, "-host --host -H", "HOSTS", "its ranks' hosts: HOST[:SLOTS],..."),
    DIRECTORY(Group.PROGRAM, "-wdir --wdir -wd", "DIRECTORY", "where it starts (here)"),
    PATH(Group.PROGRAM, "-path --path", "DIRECTORIES", "where it is looked for, before PATH"),
    UMASK(Group.PROGRAM, "-umask", "MASK", "its files' permissions are those that this octal mask leaves"),
    VARIABLE(Group.PROGRAM, "-env", "NAME VALUE", "give it an environment variable"),
    VARIABLE_LIST(Group.PROGRAM, "-envlist", "NAMES", "it inherits these variables only: NAME,..."),
    NO_VARIABLES(Group.PROGRAM, "-envnone", "", "it inherits no variables"),
    ALL_VARIABLES(Group.PROGRAM, "-envall", "", "it inherits all variables (it does)"),

    HOSTS(Group.HOSTS, "-hosts --hosts", "HOSTS", "where ranks go: HOST[:SLOTS],..."),
    HOST_FILE(
            Group.HOSTS,
            "-f -hostfile --hostfile -machinefile --machinefile",
            "FILE",
            "the same from a file, a host a line"),
    PER_HOST(Group.HOSTS, "-ppn -perhost -npernode --npernode", "RANKS", "ranks a host, in place of its slots"),
    MAP_BY(Group.HOSTS, "-map-by --map-by", "slot|node", "fill slots (it does), or take hosts in turn"),
    NOT_HERE_FIRST(Group.HOSTS, "-1", "", "begin with the ring's next host, not with this one"),
    INTERFACE(Group.HOSTS, "-iface", "NAME|NETWORK", "network between hosts: of this interface, or 10.0.0.0/8"),
    TLS(Group.HOSTS, "--tls", "", "encrypt what ranks on different hosts send each other"),
    STAGE(Group.HOSTS, "--stage", "FILES", "copy these files to the hosts: FILE,..."),
    BIND_TO(
            Group.HOSTS,
            "-bind-to --bind-to",
            "WHAT",
            "a rank's processors: none, hwthread, core, socket, numa (none)"),

    COMMON_VARIABLE(Group.ALL, "-genv", "NAME VALUE", "give all ranks an environment variable"),
    EXPORT(Group.ALL, "-x", "NAME[=VALUE]", "the same; without a value the one it has here"),
    COMMON_VARIABLE_LIST(Group.ALL, "-genvlist", "NAMES", "all inherit these variables only: NAME,..."),
    NO_COMMON_VARIABLES(Group.ALL, "-genvnone", "", "all inherit no variables"),
    ALL_COMMON_VARIABLES(Group.ALL, "-genvall", "", "all inherit all variables (they do)"),
    DEVICES(Group.ALL, "-gpus-per-rank --gpus-per-rank", "N", "OpenCL devices for each rank, of its host's (1)"),
    CONFIG_FILE(Group.ALL, "-configfile", "FILE", "read the programs from a file, one a line"),
    TIMEOUT(Group.ALL, "-timeout --timeout", "SECONDS", "end the job after this time (MPIEXEC_TIMEOUT)"),
    ALIAS(Group.ALL, "-a", "NAME", "a name for the job, for jmpdlistjobs and jmpdkilljob"),

    LABEL(Group.OUTPUT, "-l -prepend-rank --tag-output", "", "begin each line of output with the rank that wrote it"),
    LABEL_PATTERN(Group.OUTPUT, "-prepend-pattern", "PATTERN", "the same in words of your own, such as '[%r %h] '"),
    MERGE(Group.OUTPUT, "-m", "", "write once what ranks have in common: '0-3: hello'"),
    OUT_FILES(Group.OUTPUT, "-outfile-pattern", "PATTERN", "write standard output to files such as out.%r"),
    ERR_FILES(Group.OUTPUT, "-errfile-pattern", "PATTERN", "the same for standard error"),
    INPUT(Group.OUTPUT, "-s -stdin --stdin", "RANKS", "who gets the standard input: all, none, 0-3,5 (0)"),
    PRINT_EXIT_CODES(Group.OUTPUT, "-print-all-exitcodes", "", "at the end tell every rank's exit status"),
    EXIT_CODE_FILE(Group.OUTPUT, "-ecfn", "FILE", "write the exit statuses to a file, in XML"),
    VERBOSE(Group.OUTPUT, "-v --verbose", "", "tell what is done"),

    ARCHIVE(Group.OTHER, "--archive", "", "write an archive beside APP.jar, with which it starts faster"),
    PREPARE(Group.OTHER, "--prepare", "", "make the class-data archives of JMPI's own classes now, and exit"),
    VERSION(Group.OTHER, "--version -version", "", "print the version and exit"),
    HELP(Group.OTHER, "--help -h -help", "", "print this help and exit"),
    /** What other launchers need to be told, and this one does anyway. */
    HARMLESS(Group.OTHER, "--oversubscribe -oversubscribe --allow-run-as-root -allow-run-as-root", "", null);

    /** What belongs together in the help. */
    enum Group {
        PROGRAM("For one program, before it; -g before a name, as in -gwdir, makes it the default of all programs"),
        HOSTS("Hosts, for all programs, before the first"),
        ALL("For all programs, before the first"),
        OUTPUT("Output and input; %r is the rank, %h its host, %p the number of the host in the job"),
        OTHER("Other");

        private final String title;

        Group(String title) {
            this.title = title;
        }
    }

    private static final Option[] ALL_OPTIONS = values();
    private static final int COLUMN = 34;

    private final Group group;
    private final String names;
    private final String label;
    private final String description;

    Option(Group group, String names, String label, String description) {
        this.group = group;
        this.names = names;
        this.label = label;
        this.description = description;
    }

    /** The option of a name such as "-n", null if there is none. */
    static Option named(String name) {
        for (Option option : ALL_OPTIONS) {
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

    Group group() {
        return group;
    }

    /** Whether it counts for the program that follows, rather than for all. */
    boolean isForOneProgram() {
        return group == Group.PROGRAM;
    }

    /** What users may call it. */
    String[] names() {
        return names.split(" ");
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
        help.append("Starts programs as the ranks of an MPI job, on this host or on those of a ring of daemons.\n")
                .append("Usage: jmpiexec [OPTION...] PROGRAM [ARGUMENT...] [: [OPTION...] PROGRAM [ARGUMENT...]]...\n");
        Group group = null;
        for (Option option : ALL_OPTIONS) {
            if (option.group != group) {
                group = option.group;
                help.append('\n').append(group.title).append(":\n");
            }
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
        help.append("  ").append(String.join(", ", names()));
        if (!label.isEmpty()) {
            help.append(' ').append(label);
        }
        if (help.length() - start >= COLUMN) {
            help.append('\n');
            start = help.length();
        }
        do {
            help.append(' ');
        } while (help.length() - start < COLUMN);
        help.append(description).append('\n');
    }
}
