package io.jmpi.launcher.ring;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The main class of all commands of the ring. */
public final class RingCommand {

    /** Set by the script when the process is in a session of its own and writes to a pipe. */
    static final String DETACHED_PROPERTY = "jmpi.detached";

    private RingCommand() {}

    /**
     * Does not return.
     *
     * @param args the name of the command, and the words that follow it
     */
    public static void main(String[] args) {
        boolean detached = System.getProperty(DETACHED_PROPERTY) != null;
        Terminal terminal =
                detached ? new PipedTerminal(() -> Runtime.getRuntime().halt(1)) : new Terminal();
        int status = run(args[0], Arrays.asList(args).subList(1, args.length), terminal);
        if (terminal instanceof PipedTerminal piped) {
            piped.detach(status);
        }
        Runtime.getRuntime().halt(status);
    }

    static int run(String name, List<String> words, Terminal terminal) {
        try {
            Command command = named(name);
            CommandLine line = CommandLine.parse(command.usage(), words);
            if (line.has("--help")) {
                terminal.out(command.usage().help().stripTrailing());
                return 0;
            }
            return command.run(line, terminal);
        } catch (CommandException e) {
            terminal.err(name + ": " + e.getMessage());
            return e.status();
        } catch (IOException e) {
            terminal.err(name + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            return CommandException.FAILED;
        } catch (InterruptedException e) {
            return CommandException.FAILED;
        }
    }

    private static Command named(String name) throws CommandException {
        switch (name) {
            case "jmpd":
                return new JmpdCommand();
            case "jmpdboot":
                return new BootCommand();
            case "jmpdtrace":
                return new TraceCommand();
            case "jmpdringtest":
                return new RingTestCommand();
            case "jmpdallexit":
                return new AllExitCommand();
            case "jmpdexit":
                return new ExitCommand();
            case "jmpdlistjobs":
                return new ListJobsCommand();
            case "jmpdkilljob":
                return new KillJobCommand();
            case "jmpdsigjob":
                return new SignalJobCommand();
            case "jmpdcheck":
                return new CheckCommand();
            case "jmpdcleanup":
                return new CleanupCommand();
            default:
                throw CommandException.usage("no such command");
        }
    }
}
