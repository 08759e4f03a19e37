package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.AskAll;
import io.jmpi.daemon.control.Exit;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.Request;
import java.io.IOException;

/** {@code jmpdallexit}: ends all daemons of the ring. */
final class AllExitCommand extends ToolCommand {

    private static final Question QUESTION =
            Question.newBuilder().setExit(Exit.newBuilder()).build();

    @Override
    public Usage usage() {
        return new Usage("jmpdallexit", "", "Ends all daemons of the ring, and the jobs that they run.");
    }

    @Override
    int run(ConsoleClient client, CommandLine line, Terminal terminal) throws IOException {
        Request request = Request.newBuilder()
                .setAsk(AskAll.newBuilder().setQuestion(QUESTION).setTimeoutMillis(ANSWER_MILLIS))
                .build();
        boolean all = true;
        for (Answer answer : client.call(request, PATIENCE_MILLIS).getAsk().getAnswersList()) {
            if (!answer.hasReply()) {
                terminal.err("jmpdallexit: " + answer.getMember() + " does not answer; jmpdcleanup there ends it");
                all = false;
            }
        }
        client.awaitEnd(PATIENCE_MILLIS);
        return all ? 0 : CommandException.FAILED;
    }
}
