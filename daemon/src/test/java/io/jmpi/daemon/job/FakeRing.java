package io.jmpi.daemon.job;

import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Hello;
import io.jmpi.daemon.control.Purpose;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.net.Link;
import io.jmpi.daemon.net.LinkListener;
import io.jmpi.daemon.net.Network;
import io.jmpi.daemon.program.Distribution;
import io.jmpi.daemon.ring.Member;
import io.jmpi.daemon.ring.Ring;
import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Daemons without sockets, all in the thread of one network; what they do for jobs is real. */
final class FakeRing implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Network network = new Network("fake ring");
    private final Map<String, Daemon> daemons = new HashMap<>();
    private final List<String> silent = new ArrayList<>();

    FakeRing(int size) {
        for (int i = 0; i < size; i++) {
            String id = "h" + i + "_1";
            daemons.put(id, new Daemon(id));
        }
    }

    /** This member answers nobody from now on. */
    void silence(String member) {
        silent.add(member);
    }

    /** A launcher's connection to a member. */
    TestConnection connect(String member) throws Exception {
        TestConnection connection = new TestConnection();
        LinkListener house = inNetwork(() -> daemons.get(member)
                .jobs
                .onLink(null, Hello.newBuilder().setPurpose(Purpose.JOB).build()));
        MemoryLink.connect(network, connection, house);
        connection.awaitOpen();
        return connection;
    }

    /** Breaks all links between two members. */
    void cut(String member) throws Exception {
        inNetwork(() -> {
            for (Link link : daemons.get(member).links) {
                link.close("silent for 5000 ms");
            }
            return null;
        });
    }

    List<Answer> ask(String member, Question question) throws Exception {
        CompletableFuture<List<Answer>> answers = new CompletableFuture<>();
        network.execute(() -> daemons.get(member).ask(daemons.keySet(), question, 1000, answers::complete));
        return answers.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private <T> T inNetwork(java.util.function.Supplier<T> task)
            throws InterruptedException, ExecutionException, TimeoutException {
        return CompletableFuture.supplyAsync(task, network).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        network.close();
    }

    private final class Daemon implements Ring {
        private final Member self;
        private final Jobs jobs;
        private final List<Link> links = new ArrayList<>();

        Daemon(String id) {
            self = Member.of(io.jmpi.daemon.control.Member.newBuilder()
                    .setId(id)
                    .setHost(id)
                    .addAddresses("127.0.0.1")
                    .setSlots(1)
                    .build());
            jobs = new Jobs(this, network, new Distribution(new File("none"), null), new Pulse(1000, 5000));
        }

        @Override
        public Member self() {
            return self;
        }

        @Override
        public List<Member> members() {
            return daemons.values().stream().map(daemon -> daemon.self).toList();
        }

        @Override
        public void ask(Collection<String> members, Question question, long millis, Consumer<List<Answer>> answers) {
            List<Answer> gathered = new ArrayList<>();
            for (String id : members) {
                Daemon asked = silent.contains(id) ? null : daemons.get(id);
                if (asked == null) {
                    gathered.add(Answer.newBuilder().setMember(id).build());
                } else {
                    asked.jobs.onQuestion(
                            question,
                            reply -> gathered.add(Answer.newBuilder()
                                    .setMember(id)
                                    .setReply(reply)
                                    .build()));
                }
            }
            answers.accept(gathered);
        }

        @Override
        public void connect(String member, LinkListener listener) {
            Hello hello = Hello.newBuilder()
                    .setPurpose(Purpose.JOB)
                    .setSender(self.toMessage())
                    .build();
            LinkListener house = daemons.get(member).jobs.onLink(null, hello);
            MemoryLink.connect(network, new Noting(listener), house);
        }

        @Override
        public void sendRound(int loops, Runnable back) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void leave() {}

        /** Remembers the link, so that it can be cut. */
        private final class Noting implements LinkListener {
            private final LinkListener listener;

            Noting(LinkListener listener) {
                this.listener = listener;
            }

            @Override
            public void onOpen(Link link) {
                links.add(link);
                listener.onOpen(link);
            }

            @Override
            public void onFrame(Link link, Frame frame) {
                listener.onFrame(link, frame);
            }

            @Override
            public void onClosed(Link link, String reason) {
                listener.onClosed(link, reason);
            }
        }
    }
}
