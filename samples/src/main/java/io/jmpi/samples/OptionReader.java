package io.jmpi.samples;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads a command line with picocli. Apart from other classes, since loading picocli takes a rank longer than all else. */
final class OptionReader {

    private OptionReader() {}

    /**
     * Reads a command line.
     *
     * @param mayPrint whether to print help when it is asked for, which one rank should
     * @return the sample with its options set; null when help was asked for
     * @throws UsageException when the command line makes no sense
     */
    static Sample read(String[] args, boolean mayPrint) {
        CommandLine commands = new CommandLine(new Top());
        if (args.length > 0 && SampleList.find(args[0]) != null) {
            add(commands, args[0]);
        } else if (args.length == 0 || !args[0].startsWith("-")) {
            String wrong = args.length == 0 ? "no sample named" : "no such sample: " + args[0];
            throw new UsageException(wrong + "; there are: " + String.join(", ", SampleList.NAMES));
        } else {
            for (String name : SampleList.NAMES) {
                add(commands, name);
            }
        }
        try {
            ParseResult parsed = commands.parseArgs(args);
            if (parsed.hasSubcommand() && !parsed.subcommand().isUsageHelpRequested()) {
                return (Sample) parsed.subcommand().commandSpec().userObject();
            }
            if (mayPrint) {
                CommandLine asked = parsed.hasSubcommand()
                        ? parsed.subcommand().commandSpec().commandLine()
                        : commands;
                asked.usage(System.out);
            }
            return null;
        } catch (ParameterException e) {
            throw new UsageException(e.getMessage() + "; try --help");
        }
    }

    private static void add(CommandLine commands, String name) {
        CommandLine command = new CommandLine(SampleList.find(name));
        command.getCommandSpec().addMixin("help", CommandLine.Model.CommandSpec.forAnnotatedObject(new Help()));
        commands.addSubcommand(name, command);
    }

    @Command(
            name = "jmpi-samples",
            synopsisSubcommandLabel = "SAMPLE",
            description = "Small programs that show what JMPI does, to run and to copy from.",
            footer = {"", "Example: jmpiexec -n 4 java -jar jmpi-samples.jar matmul"})
    private static final class Top {

        @Option(names = "--help", usageHelp = true, description = "Show this help.")
        private boolean help;
    }

    /** The option that every sample has. */
    @Command
    private static final class Help {

        @Option(names = "--help", usageHelp = true, description = "Show this help.")
        private boolean help;
    }
}
