package io.jmpi.launcher;

/** What the user said about the output and input of ranks. */
final class OutputOptions {

    private static final String RANK_LABEL = "%r: ";

    private String label;
    private boolean hasOwnLabel;
    private boolean merges;
    private String outFiles;
    private String errFiles;
    private RankSet readers = RankSet.of(0);
    private String readersOption = "-s";
    private boolean printsExitCodes;
    private String exitCodeFile;
    private boolean verbose;

    void take(Option option, OptionValue value) {
        switch (option) {
            case LABEL:
                label = hasOwnLabel ? label : RANK_LABEL;
                break;
            case LABEL_PATTERN:
                label = NamePattern.checked(value);
                hasOwnLabel = true;
                break;
            case MERGE:
                merges = true;
                break;
            case OUT_FILES:
                outFiles = NamePattern.checked(value);
                break;
            case ERR_FILES:
                errFiles = NamePattern.checked(value);
                break;
            case INPUT:
                readers = RankSet.parse(value);
                readersOption = value.option();
                break;
            case PRINT_EXIT_CODES:
                printsExitCodes = true;
                break;
            case EXIT_CODE_FILE:
                exitCodeFile = value.nonEmpty();
                break;
            case VERBOSE:
                verbose = true;
                break;
            default:
                throw new IllegalArgumentException(option + " is not about output and input");
        }
    }

    /** Checks what depends on the number of ranks, and what does not go together. */
    void check(int ranks) {
        readers.check(readersOption, ranks);
        if (merges && hasOwnLabel) {
            throw new UsageException("-m has labels of its own: leave out -prepend-pattern");
        }
    }

    /** Whether all that a rank writes goes to the screen as it is. */
    boolean isPlain() {
        return label == null && !merges && outFiles == null && errFiles == null;
    }

    /** The pattern of what lines begin with, null for nothing. */
    String label() {
        return label;
    }

    /** Whether equal lines of ranks become one. */
    boolean merges() {
        return merges;
    }

    /** The pattern of the names of files for standard output, null for the screen. */
    String outFiles() {
        return outFiles;
    }

    String errFiles() {
        return errFiles;
    }

    /** The ranks that get the standard input. */
    RankSet readers() {
        return readers;
    }

    boolean wantsExitCodes() {
        return printsExitCodes || exitCodeFile != null;
    }

    boolean printsExitCodes() {
        return printsExitCodes;
    }

    /** Null for none. */
    String exitCodeFile() {
        return exitCodeFile;
    }

    boolean verbose() {
        return verbose;
    }
}
