package io.jmpi.launcher.ring;

import java.io.IOException;

/** What one of the commands does. */
interface Command {

    Usage usage();

    /**
     * Does it.
     *
     * @return the exit status
     */
    int run(CommandLine line, Terminal terminal) throws CommandException, IOException, InterruptedException;
}
