package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.AskAll;
import io.jmpi.daemon.control.Member;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.control.Question;
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

    /** Asks all members; of those who do not answer the user hears. */
    static List<Answer> askAll(ConsoleClient client, Question question, Terminal terminal) throws IOException {
        Request ask = Request.newBuilder()
                .setAsk(AskAll.newBuilder().setQuestion(question).setTimeoutMillis(ANSWER_MILLIS))
                .build();
        List<Answer> answers = client.call(ask, PATIENCE_MILLIS).getAsk().getAnswersList();
        for (Answer answer : answers) {
            if (!answer.hasReply()) {
                terminal.err(answer.getMember() + " does not answer");
            }
        }
        return answers;
    }

    /** Asks all members to do something with a job, which is to be known to one of them. */
    static int expectJobs(ConsoleClient client, Question question, String job, Terminal terminal)
            throws CommandException, IOException {
        int found = 0;
        for (Answer answer : askAll(client, question, terminal)) {
            found += answer.getReply().getJobsFound().getCount();
        }
        if (found == 0) {
            throw CommandException.failure("no job " + job + "; jmpdlistjobs lists them");
        }
        return 0;
    }
}
