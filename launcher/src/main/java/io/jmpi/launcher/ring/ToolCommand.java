package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Member;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.control.Request;
import io.jmpi.daemon.control.Trace;
import java.io.IOException;
import java.util.List;

/** A command that asks this user's daemon. */
abstract class ToolCommand implements Command {

    /** How long the daemons may take to answer, and how much longer their answer on the way to here. */
    static final int ANSWER_MILLIS = 20_000;

    static final int PATIENCE_MILLIS = ANSWER_MILLIS + 5_000;

    @Override
    public final int run(CommandLine line, Terminal terminal)
            throws CommandException, IOException, InterruptedException {
        try (ConsoleClient client = ConsoleClient.open(Purpose.TOOL)) {
            return run(client, line, terminal);
        }
    }

    abstract int run(ConsoleClient client, CommandLine line, Terminal terminal) throws CommandException, IOException;

    /** The members as the daemon knows them, in ring order, its own first. */
    static List<Member> members(ConsoleClient client) throws IOException {
        Request trace = Request.newBuilder().setTrace(Trace.newBuilder()).build();
        return client.call(trace, PATIENCE_MILLIS).getTrace().getMembersList();
    }
}
