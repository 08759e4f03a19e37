package io.jmpi.launcher.ring;

import io.jmpi.daemon.console.ConsoleClient;
import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.AskAll;
import io.jmpi.daemon.control.Member;
import io.jmpi.daemon.control.Ping;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.Request;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code jmpdtrace}: who is in the ring, and answers. */
final class TraceCommand extends ToolCommand {

    @Override
    public Usage usage() {
        return new Usage("jmpdtrace", "", "Lists the hosts in the ring, in its order, this one first.")
                .option("-l", "", "with the members' names and addresses")
                .option("-v", "", "tell in how many steps each was reached");
    }

    @Override
    int run(ConsoleClient client, CommandLine line, Terminal terminal) throws IOException {
        List<Member> members = members(client);
        Question ping = Question.newBuilder().setPing(Ping.newBuilder()).build();
        Request ask = Request.newBuilder()
                .setAsk(AskAll.newBuilder().setQuestion(ping).setTimeoutMillis(ANSWER_MILLIS))
                .build();
        List<Answer> answers = client.call(ask, PATIENCE_MILLIS).getAsk().getAnswersList();
        return show(members, answers, line, terminal);
    }

    private static int show(List<Member> members, List<Answer> answers, CommandLine line, Terminal terminal) {
        Set<String> silent = new HashSet<>();
        int deepest = 0;
        for (Answer answer : answers) {
            if (!answer.hasReply()) {
                silent.add(answer.getMember());
            }
            deepest = Math.max(deepest, answer.getDepth());
        }
        for (Member member : members) {
            if (!silent.contains(member.getId())) {
                terminal.out(line.has("-l") ? inFull(member) : shortName(member));
            }
        }
        for (String id : silent) {
            terminal.err("jmpdtrace: " + id + " does not answer");
        }
        if (line.has("-v")) {
            terminal.err("jmpdtrace: " + answers.size() + " members reached in " + deepest + " steps");
        }
        return silent.isEmpty() ? 0 : CommandException.FAILED;
    }

    private static String inFull(Member member) {
        return member.getId() + " (" + (member.getAddressesCount() == 0 ? "" : member.getAddresses(0)) + ")";
    }

    private static String shortName(Member member) {
        int dot = member.getHost().indexOf('.');
        return dot <= 0 ? member.getHost() : member.getHost().substring(0, dot);
    }
}
