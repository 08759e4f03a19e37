package io.jmpi.daemon.console;

import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.AskResult;
import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.Request;
import io.jmpi.daemon.control.Result;
import io.jmpi.daemon.control.RingTestResult;
import io.jmpi.daemon.control.TraceResult;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.ring.Member;
import io.jmpi.daemon.ring.Ring;
import io.jmpi.daemon.ring.RingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Serves tools: does what their requests say and tells the result. Used by the thread of the network. */
public final class ToolDesk implements RingNode.ToolService {

    private final Ring ring;

    public ToolDesk(Ring ring) {
        this.ring = ring;
    }

    @Override
    public LinkListener onTool(Link link, Hello hello) {
        return new LinkListener() {
            @Override
            public void onFrame(Link from, Frame frame) {
                if (frame.hasRequest()) {
                    onRequest(from, frame.getRequest());
                } else {
                    answer(from, Result.newBuilder().setError("a tool sends requests only"));
                }
            }

            @Override
            public void onClosed(Link from, String reason) {
                // Nothing is kept for it.
            }
        };
    }

    private void onRequest(Link link, Request request) {
        switch (request.getContentCase()) {
            case TRACE:
                TraceResult.Builder trace = TraceResult.newBuilder();
                ring.members().forEach(member -> trace.addMembers(member.toMessage()));
                answer(link, Result.newBuilder().setTrace(trace));
                break;
            case ASK:
                ask(
                        link,
                        ids(),
                        request.getAsk().getQuestion(),
                        request.getAsk().getTimeoutMillis());
                break;
            case ASK_ONE:
                ask(
                        link,
                        List.of(request.getAskOne().getMember()),
                        request.getAskOne().getQuestion(),
                        request.getAskOne().getTimeoutMillis());
                break;
            case RING_TEST:
                long start = System.nanoTime();
                ring.sendRound(
                        request.getRingTest().getLoops(),
                        () -> answer(
                                link,
                                Result.newBuilder()
                                        .setRingTest(RingTestResult.newBuilder().setNanos(System.nanoTime() - start))));
                break;
            default:
                answer(link, Result.newBuilder().setError("a request that this daemon does not know"));
                break;
        }
    }

    private Collection<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Member member : ring.members()) {
            ids.add(member.id());
        }
        return ids;
    }

    private void ask(Link link, Collection<String> members, Question question, long timeoutMillis) {
        ring.ask(members, question, timeoutMillis, answers -> answer(link, result(answers)));
    }

    private static Result.Builder result(List<Answer> answers) {
        return Result.newBuilder().setAsk(AskResult.newBuilder().addAllAnswers(answers));
    }

    private static void answer(Link link, Result.Builder result) {
        link.send(Frame.newBuilder().setResult(result).build());
    }
}
