package io.jmpi.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What the user asked for, checked.
 *
 * @param ranks how many
 * @param directory where they start, null for here
 * @param environment variables given to them
 * @param label whether lines of output begin with the rank
 * @param timeoutMillis 0 for never
 * @param verbose whether notes are written
 * @param archive whether this is a training run that writes the application's own class-data archive
 * @param command the program and its arguments, empty when only help or the version is asked for
 */
record Options(
        int ranks,
        String directory,
        Map<String, String> environment,
        boolean label,
        long timeoutMillis,
        boolean verbose,
        boolean archive,
        Request request,
        List<String> command) {

    static final String TIMEOUT_VARIABLE = "MPIEXEC_TIMEOUT";

    private static final int MOST_RANKS = 1 << 20;

    enum Request {
        RUN,
        HELP,
        VERSION
    }

    /** @throws UsageException in one line with the remedy */
    static Options parse(String[] args, String timeoutVariable) {
        ParseResult result = parse(commandLine(), args);
        if (result.hasMatchedOption("--help")) {
            return onlyFor(Request.HELP);
        }
        if (result.hasMatchedOption("--version")) {
            return onlyFor(Request.VERSION);
        }
        List<String> command = result.matchedPositionalValue(0, new ArrayList<String>());
        String ranks = last(result, "-n");
        String timeout = last(result, "-timeout");
        long seconds = timeout != null
                ? number("-timeout", timeout, 0, Integer.MAX_VALUE)
                : timeoutVariable == null ? 0 : number(TIMEOUT_VARIABLE, timeoutVariable, 0, Integer.MAX_VALUE);
        int count = ranks == null ? 1 : (int) number("-n", ranks, 1, MOST_RANKS);
        if (command.isEmpty()) {
            throw new UsageException("no program given; usage: jmpiexec -n RANKS PROGRAM [ARGUMENT...]");
        }
        return new Options(
                count,
                last(result, "-wdir"),
                environment(result),
                result.hasMatchedOption("-l"),
                seconds * 1000,
                result.hasMatchedOption("-v"),
                result.hasMatchedOption("--archive"),
                Request.RUN,
                command);
    }

    private static Options onlyFor(Request request) {
        return new Options(0, null, Map.of(), false, 0, false, false, request, List.of());
    }

    /** The text of {@code --help}. */
    static String help() {
        return commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static ParseResult parse(CommandLine commandLine, String[] args) {
        try {
            return commandLine.parseArgs(args);
        } catch (UnmatchedArgumentException e) {
            throw new UsageException(
                    "unknown option " + e.getUnmatched().get(0) + "; jmpiexec --help lists those there are");
        } catch (MissingParameterException e) {
            OptionSpec option = (OptionSpec) e.getMissing().get(0);
            throw new UsageException("option " + option.longestName() + " needs " + option.paramLabel()
                    + "; jmpiexec --help tells more");
        } catch (ParameterException e) {
            throw new UsageException(e.getMessage().replace('\n', ' ') + "; jmpiexec --help tells more");
        }
    }

    private static CommandLine commandLine() {
        CommandSpec spec = CommandSpec.create().name("jmpiexec");
        spec.parser()
                .stopAtPositional(true)
                .posixClusteredShortOptionsAllowed(false)
                .overwrittenOptionsAllowed(true)
                .expandAtFiles(false)
                .abbreviatedOptionsAllowed(false);
        spec.usageMessage()
                .customSynopsis("jmpiexec [OPTION...] PROGRAM [ARGUMENT...]")
                .header("Starts a program as the ranks of an MPI job on this machine.")
                .sortOptions(false)
                .footer(
                        "",
                        "Exit status: 0, or that of the lowest rank that failed by itself (128 + the",
                        "number of the signal that ended it); the code given to abort; 124 when the",
                        "time was over; 128 + the signal that ended jmpiexec; 2 for bad usage, 126 for a",
                        "program that is not executable, 127 for one that is not found.");
        value(spec, "RANKS", "number of ranks (1)", "-n", "-np");
        value(spec, "DIRECTORY", "where the ranks start (here)", "-wdir", "--wdir");
        spec.addOption(OptionSpec.builder("-env", "-genv")
                .arity("2")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("NAME VALUE")
                .hideParamSyntax(true)
                .description("give the ranks an environment variable")
                .build());
        spec.addOption(OptionSpec.builder("-x")
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("NAME[=VALUE]")
                .hideParamSyntax(true)
                .description("the same; without a value the one it has here")
                .build());
        flag(spec, "begin each line of output with the rank that wrote it", "-l", "-prepend-rank", "--tag-output");
        value(spec, "SECONDS", "end the job after this time (" + TIMEOUT_VARIABLE + ")", "-timeout", "--timeout");
        flag(spec, "tell what is done", "-v", "--verbose");
        flag(spec, "write APP.jsa beside APP.jar: later runs start faster", "--archive");
        flag(spec, "print the version and exit", "--version", "-version");
        flag(spec, "print this help and exit", "--help", "-h", "-help");
        spec.addOption(
                OptionSpec.builder("--oversubscribe", "-oversubscribe", "--allow-run-as-root", "-allow-run-as-root")
                        .arity("0")
                        .type(boolean.class)
                        .hidden(true)
                        .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .hidden(true)
                .build());
        return new CommandLine(spec);
    }

    private static void value(CommandSpec spec, String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build());
    }

    private static void flag(CommandSpec spec, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .arity("0")
                .type(boolean.class)
                .description(description)
                .build());
    }

    private static String last(ParseResult result, String option) {
        return result.matchedOptionValue(option, (String) null);
    }

    private static Map<String, String> environment(ParseResult result) {
        Map<String, String> environment = new TreeMap<>();
        List<String> pairs = result.matchedOptionValue("-env", List.<String>of());
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            environment.put(pairs.get(i), pairs.get(i + 1));
        }
        for (String export : result.matchedOptionValue("-x", List.<String>of())) {
            int equals = export.indexOf('=');
            if (equals >= 0) {
                environment.put(export.substring(0, equals), export.substring(equals + 1));
            }
        }
        for (String name : environment.keySet()) {
            if (name.isEmpty() || name.indexOf('=') >= 0) {
                throw new UsageException("bad name of an environment variable: '" + name + "'; give NAME VALUE");
            }
        }
        return environment;
    }

    private static long number(String option, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new UsageException(option + " " + value + ": not a whole number in " + least + ".." + most);
    }
}
