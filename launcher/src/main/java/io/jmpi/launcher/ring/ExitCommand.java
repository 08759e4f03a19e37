package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.AskOne;
import io.jmpi.daemon.control.Exit;
import io.jmpi.daemon.control.Member;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code jmpdexit}: ends one daemon. */
final class ExitCommand extends ToolCommand {

    @Override
    public Usage usage() {
        return new Usage(
                "jmpdexit",
                "MEMBER",
                "Ends one daemon. MEMBER is its name as jmpdtrace -l shows it, or its host's if there is one only.");
    }

    @Override
    int run(ConsoleClient client, CommandLine line, Terminal terminal) throws CommandException, IOException {
        if (line.operands().size() != 1) {
            throw CommandException.usage("give the name of one member; jmpdtrace -l lists them");
        }
        String member = find(client, line.operands().get(0));
        Question question = Question.newBuilder().setExit(Exit.newBuilder()).build();
        Request request = Request.newBuilder()
                .setAskOne(AskOne.newBuilder()
                        .setMember(member)
                        .setQuestion(question)
                        .setTimeoutMillis(ANSWER_MILLIS))
                .build();
        if (!client.call(request, PATIENCE_MILLIS).getAsk().getAnswers(0).hasReply()) {
            throw CommandException.failure(member + " does not answer; jmpdcleanup there ends it");
        }
        if (member.equals(client.daemon().getSender().getId())) {
            client.awaitEnd(PATIENCE_MILLIS);
        }
        return 0;
    }

    private static String find(ConsoleClient client, String name) throws CommandException, IOException {
        List<String> ofHost = new ArrayList<>();
        for (Member member : members(client)) {
            if (member.getId().equals(name)) {
                return name;
            } else if (member.getHost().equals(name)) {
                ofHost.add(member.getId());
            }
        }
        if (ofHost.size() == 1) {
            return ofHost.get(0);
        }
        throw CommandException.failure(
                ofHost.isEmpty()
                        ? name + " is not in the ring; jmpdtrace -l lists who is"
                        : name + " could be " + String.join(" or ", ofHost));
    }
}
