package io.jmpi.launcher;

import java.io.File;
import java.util.List;

/**
 * Reads what the user has typed.
 *
 * <pre>
 *   [OPTION...] PROGRAM [ARGUMENT...]  [: [OPTION...] PROGRAM [ARGUMENT...]]...
 *   [OPTION...] -configfile FILE
 * </pre>
 *
 * <p>Options are JMPI's; from the program's name to the next colon the words are the program's. Options that are for all
 * programs come before the first.
 */
final class CommandLine {

    private static final String SEPARATOR = ":";
    private static final String USAGE = "; usage: jmpiexec -n RANKS PROGRAM [ARGUMENT...]";
    private static final String SEE_HELP = "; jmpiexec --help lists the options";

    private final Options options;
    private final List<String> words;
    private int next;
    private ProgramOptions program;
    private boolean isProgramDescribed;

    private CommandLine(Options options, List<String> words) {
        this.options = options;
        this.words = words;
        this.program = new ProgramOptions(options.defaults());
    }

    /** @throws UsageException in one line with the remedy */
    static void read(List<String> words, Options options) {
        CommandLine line = new CommandLine(options, words);
        line.readOptions();
        if (options.isNothingToRun()) {
            return;
        }
        if (options.configFile() == null) {
            line.readPrograms();
        } else if (line.next < words.size() || line.isProgramDescribed) {
            throw new UsageException("-configfile " + options.configFile()
                    + ": what is said about programs besides belongs into the file");
        } else {
            readFile(ConfigFile.read("-configfile", new File(options.configFile())), options);
        }
    }

    private static void readFile(ConfigFile file, Options options) {
        for (List<String> words = file.next(); words != null; words = file.next()) {
            try {
                CommandLine line = new CommandLine(options, words);
                line.readOptions();
                line.readPrograms();
            } catch (UsageException e) {
                throw new UsageException(file.where() + ": " + e.getMessage());
            }
        }
        if (options.programs().isEmpty()) {
            throw new UsageException("-configfile " + options.configFile() + ": there is no program in it");
        }
    }

    /** Reads the first program, the options of which have been read, and all others. */
    private void readPrograms() {
        readProgram(false);
        while (next < words.size()) {
            next++;
            program = new ProgramOptions(options.defaults());
            readOptions();
            readProgram(true);
        }
    }

    private void readProgram(boolean afterColon) {
        int start = next;
        while (next < words.size() && !words.get(next).equals(SEPARATOR)) {
            next++;
        }
        if (start == next) {
            boolean besideColon = afterColon || next < words.size();
            throw new UsageException("no program given" + (besideColon ? " beside a colon" : "") + USAGE);
        }
        program.setCommand(words.subList(start, next));
        options.add(program);
    }

    private void readOptions() {
        while (next < words.size() && words.get(next).startsWith("-")) {
            String word = words.get(next++);
            if (word.equals("--")) {
                break;
            }
            readOption(word);
        }
    }

    private void readOption(String word) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String name = equals < 0 ? word : word.substring(0, equals);
        Option option = Option.named(name);
        boolean isDefault = option == null && name.startsWith("-g");
        if (isDefault) {
            option = Option.named("-" + name.substring(2));
            isDefault = option != null && option.isForOneProgram();
            option = isDefault ? option : null;
        }
        if (option == null || equals >= 0 && option.valueCount() != 1) {
            throw new UsageException("unknown option " + word + SEE_HELP);
        }
        OptionValue value =
                equals < 0 ? nextValue(name, option) : new OptionValue(name, word.substring(equals + 1), null);
        boolean isForAll = isDefault || !option.isForOneProgram();
        if (isForAll && !options.programs().isEmpty()) {
            throw new UsageException("option " + name + " is for all programs: give it before the first");
        }
        if (isDefault) {
            options.defaults().take(option, value);
        } else if (isForAll) {
            options.take(option, value);
        } else {
            isProgramDescribed = true;
            program.take(option, value);
        }
    }

    private OptionValue nextValue(String name, Option option) {
        int count = option.valueCount();
        if (words.size() - next < count) {
            throw new UsageException("option " + name + " needs " + option.label() + SEE_HELP);
        }
        next += count;
        return new OptionValue(
                name, count > 0 ? words.get(next - count) : null, count > 1 ? words.get(next - 1) : null);
    }
}
