package io.jmpi.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the user asked for, checked as far as words can be. */
final class Options {

    static final String TIMEOUT_VARIABLE = "MPIEXEC_TIMEOUT";

    private static final int MOST_RANKS = 1 << 20;
    private static final String USAGE = "usage: jmpiexec -n RANKS PROGRAM [ARGUMENT...]";
    private static final String SEE_HELP = "; jmpiexec --help lists the options";

    private final Map<String, String> environment = new TreeMap<>();
    private int ranks = 1;
    private String directory;
    private long timeoutMillis;
    private boolean label;
    private boolean verbose;
    private boolean archive;
    private boolean prepare;
    private boolean version;
    private boolean help;
    private List<String> command = List.of();

    private Options() {}

    /**
     * Reads a command line: options, which are JMPI's, then the program and its arguments, which are not.
     *
     * @param timeoutVariable the value of {@link #TIMEOUT_VARIABLE}, null when it is not set
     * @throws UsageException in one line with the remedy
     */
    static Options parse(String[] args, String timeoutVariable) {
        Options options = new Options();
        if (timeoutVariable != null && !timeoutVariable.isEmpty()) {
            options.timeoutMillis = millis(TIMEOUT_VARIABLE, timeoutVariable);
        }
        int next = 0;
        while (next < args.length && args[next].startsWith("-")) {
            String word = args[next++];
            if (word.equals("--")) {
                break;
            }
            next = options.read(word, args, next);
        }
        options.command = Arrays.asList(args).subList(next, args.length);
        boolean nothingToRun = options.help || options.version || options.prepare;
        if (options.command.isEmpty() && !nothingToRun) {
            throw new UsageException("no program given; " + USAGE);
        }
        return options;
    }

    /** @return where the next word is */
    private int read(String word, String[] args, int next) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String name = equals < 0 ? word : word.substring(0, equals);
        Option option = Option.named(name);
        if (option == null || equals >= 0 && option.valueCount() != 1) {
            throw new UsageException("unknown option " + word + SEE_HELP);
        }
        if (equals >= 0) {
            take(option, name, word.substring(equals + 1), null);
            return next;
        }
        if (args.length - next < option.valueCount()) {
            throw new UsageException("option " + name + " needs " + option.label() + SEE_HELP);
        }
        take(
                option,
                name,
                option.valueCount() > 0 ? args[next] : null,
                option.valueCount() > 1 ? args[next + 1] : null);
        return next + option.valueCount();
    }

    private void take(Option option, String name, String value, String second) {
        switch (option) {
            case RANKS:
                ranks = (int) number(name, value, 1, MOST_RANKS);
                break;
            case DIRECTORY:
                directory = value;
                break;
            case ENVIRONMENT:
                putVariable(name, value, second);
                break;
            case EXPORT:
                export(name, value);
                break;
            case LABEL:
                label = true;
                break;
            case TIMEOUT:
                timeoutMillis = millis(name, value);
                break;
            case VERBOSE:
                verbose = true;
                break;
            case ARCHIVE:
                archive = true;
                break;
            case PREPARE:
                prepare = true;
                break;
            case VERSION:
                version = true;
                break;
            case HELP:
                help = true;
                break;
            case HARMLESS:
                break;
        }
    }

    private void export(String option, String value) {
        int equals = value.indexOf('=');
        if (equals >= 0) {
            putVariable(option, value.substring(0, equals), value.substring(equals + 1));
        }
    }

    private void putVariable(String option, String name, String value) {
        if (name.isEmpty() || name.indexOf('=') >= 0) {
            throw new UsageException("option " + option + ": '" + name + "' cannot be the name of a variable");
        }
        environment.put(name, value);
    }

    private static long millis(String name, String value) {
        return 1000 * number(name, value, 0, Integer.MAX_VALUE);
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new UsageException(name + " " + value + ": give a whole number in " + least + ".." + most);
    }

    /** Whether the archives are to be made and nothing is to be run. */
    boolean prepare() {
        return prepare;
    }

    boolean help() {
        return help;
    }

    boolean version() {
        return version;
    }

    int ranks() {
        return ranks;
    }

    /** Where the ranks start, null for here. */
    String directory() {
        return directory;
    }

    /** Variables given to the ranks. */
    Map<String, String> environment() {
        return environment;
    }

    /** Whether lines of output begin with the rank. */
    boolean label() {
        return label;
    }

    /** 0 for never. */
    long timeoutMillis() {
        return timeoutMillis;
    }

    boolean verbose() {
        return verbose;
    }

    /** Whether this is a training run that writes the application's own class-data archive. */
    boolean archive() {
        return archive;
    }

    /** The program and its arguments. */
    List<String> command() {
        return new ArrayList<>(command);
    }
}
