package io.jmpi.launcher;

import io.jmpi.launcher.place.Hosts;
import io.jmpi.launcher.place.Placed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the user asked for, checked as far as words can be: what is for all programs, and each program's own. */
final class Options {

    static final String TIMEOUT_VARIABLE = "MPIEXEC_TIMEOUT";

    /** With it ranks choose among the devices of their hosts; see {@code io.jmpi.offload.RankDevices}. */
    private static final String DEVICES_VARIABLE = "JMPI_GPUS_PER_RANK";

    private static final int MOST_DEVICES = 1024;

    private static final int MOST_RANKS = 1 << 20;

    private final ProgramOptions defaults = new ProgramOptions(null);
    private final List<ProgramOptions> programs = new ArrayList<>();
    private final HostOptions hosts = new HostOptions();
    private final OutputOptions output = new OutputOptions();
    private String configFile;
    private long timeoutMillis;
    private String alias;
    private boolean archive;
    private boolean prepare;
    private boolean version;
    private boolean help;

    private Options() {}

    /**
     * Reads a command line; see {@link CommandLine}.
     *
     * @param timeoutVariable the value of {@link #TIMEOUT_VARIABLE}, null when it is not set
     * @throws UsageException in one line with the remedy
     */
    static Options parse(String[] args, String timeoutVariable) {
        Options options = new Options();
        if (timeoutVariable != null && !timeoutVariable.isEmpty()) {
            options.timeoutMillis = millis(new OptionValue(TIMEOUT_VARIABLE, timeoutVariable, null));
        }
        CommandLine.read(Arrays.asList(args), options);
        if (!options.isNothingToRun()) {
            options.check();
        }
        return options;
    }

    private void check() {
        long ranks = 0;
        for (ProgramOptions program : programs) {
            ranks += program.ranks();
        }
        if (ranks > MOST_RANKS) {
            throw new UsageException(ranks + " ranks are too many: at most " + MOST_RANKS);
        }
        output.check((int) ranks);
    }

    void add(ProgramOptions program) {
        programs.add(program);
    }

    /** Takes an option that is for all programs. */
    void take(Option option, OptionValue value) {
        switch (option.group()) {
            case HOSTS:
                hosts.take(option, value);
                break;
            case OUTPUT:
                output.take(option, value);
                break;
            default:
                takeOther(option, value);
                break;
        }
    }

    private void takeOther(Option option, OptionValue value) {
        switch (option) {
            case COMMON_VARIABLE:
                defaults.variables().add(value.option(), value.text(), value.second());
                break;
            case EXPORT:
                defaults.variables().export(value.option(), value.text());
                break;
            case COMMON_VARIABLE_LIST:
                defaults.variables().inheritSome(value.list());
                break;
            case NO_COMMON_VARIABLES:
                defaults.variables().inheritNone();
                break;
            case ALL_COMMON_VARIABLES:
                defaults.variables().inheritAll();
                break;
            case DEVICES:
                defaults.variables()
                        .add(value.option(), DEVICES_VARIABLE, Long.toString(value.number(1, MOST_DEVICES)));
                break;
            case CONFIG_FILE:
                configFile = value.nonEmpty();
                break;
            case TIMEOUT:
                timeoutMillis = millis(value);
                break;
            case ALIAS:
                alias = value.nonEmpty();
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
            default:
                throw new IllegalArgumentException(option + " is for one program");
        }
    }

    private static long millis(OptionValue value) {
        return 1000 * value.number(0, Integer.MAX_VALUE);
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

    boolean isNothingToRun() {
        return help || version || prepare;
    }

    /** Null when the programs are on the command line. */
    String configFile() {
        return configFile;
    }

    /** What counts for every program that says nothing else. */
    ProgramOptions defaults() {
        return defaults;
    }

    /** The programs, whose ranks follow each other. */
    List<ProgramOptions> programs() {
        return programs;
    }

    /** Number of ranks of the job. */
    int ranks() {
        int ranks = 0;
        for (ProgramOptions program : programs) {
            ranks += program.ranks();
        }
        return ranks;
    }

    /** Whether the user has said something about hosts that may be wrong where there is one only. */
    boolean concernsHosts() {
        boolean concerns = hosts.areSaid();
        for (ProgramOptions program : programs) {
            concerns |= program.hosts() != null;
        }
        return concerns;
    }

    /** Places the ranks; see {@link HostOptions#place}. */
    Placed place(Hosts where) {
        return hosts.place(programs, where);
    }

    HostOptions hosts() {
        return hosts;
    }

    OutputOptions output() {
        return output;
    }

    /** 0 for never. */
    long timeoutMillis() {
        return timeoutMillis;
    }

    /** A name for the job besides its own, null for none. */
    String alias() {
        return alias;
    }

    boolean verbose() {
        return output.verbose();
    }

    /** Whether this is a training run that writes the application's own class-data archive. */
    boolean archive() {
        return archive;
    }
}
