package io.jmpi.launcher;

import io.jmpi.launcher.place.HostEntry;
import java.util.ArrayList;
import java.util.List;

/** What the user said about one program of a job; what was not said about it comes from the defaults. */
final class ProgramOptions {

    private static final int MOST_RANKS = 1 << 20;
    private static final int WIDEST_MASK = 0777;
    private static final int OCTAL = 8;

    private final ProgramOptions defaults;
    private final Variables variables = new Variables();
    private int ranks;
    private String directory;
    private String searchPath;
    private String umask;
    private List<HostEntry> hosts;
    private List<String> command = List.of();

    /** @param defaults for what is not said, null for those of all programs */
    ProgramOptions(ProgramOptions defaults) {
        this.defaults = defaults;
    }

    void take(Option option, OptionValue value) {
        switch (option) {
            case RANKS:
                ranks = (int) value.number(1, MOST_RANKS);
                break;
            case HOST:
                hosts = HostEntry.list(value.option(), value.text());
                break;
            case DIRECTORY:
                directory = value.nonEmpty();
                break;
            case PATH:
                searchPath = value.nonEmpty();
                break;
            case UMASK:
                umask = mask(value);
                break;
            case VARIABLE:
                variables.add(value.option(), value.text(), value.second());
                break;
            case VARIABLE_LIST:
                variables.inheritSome(value.list());
                break;
            case NO_VARIABLES:
                variables.inheritNone();
                break;
            case ALL_VARIABLES:
                variables.inheritAll();
                break;
            default:
                throw new IllegalArgumentException(option + " is for all programs");
        }
    }

    private static String mask(OptionValue value) {
        try {
            int mask = Integer.parseInt(value.text(), OCTAL);
            if (mask >= 0 && mask <= WIDEST_MASK) {
                return Integer.toOctalString(mask);
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new UsageException(value.option() + " " + value.text() + ": give an octal number in 0..777");
    }

    void setCommand(List<String> words) {
        command = List.copyOf(words);
    }

    /** The program and its arguments. */
    List<String> command() {
        return new ArrayList<>(command);
    }

    /** Number of its ranks. */
    int ranks() {
        if (ranks != 0) {
            return ranks;
        }
        return defaults == null ? 1 : defaults.ranks();
    }

    /** Where it starts, null for here. */
    String directory() {
        return directory != null || defaults == null ? directory : defaults.directory();
    }

    /** Where it is looked for before {@code PATH}, null for nowhere. */
    String searchPath() {
        return searchPath != null || defaults == null ? searchPath : defaults.searchPath();
    }

    /** Octal, null for the one that is inherited. */
    String umask() {
        return umask != null || defaults == null ? umask : defaults.umask();
    }

    /** Null for those of all programs. */
    List<HostEntry> hosts() {
        return hosts != null || defaults == null ? hosts : defaults.hosts();
    }

    /** The defaults' own are those of all programs. */
    Variables variables() {
        return defaults == null ? variables : variables.after(defaults.variables());
    }
}
