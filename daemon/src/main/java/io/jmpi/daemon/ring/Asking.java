package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Answer;
import io.jmpi.daemon.control.Answers;
import io.jmpi.daemon.control.Ask;
import io.jmpi.daemon.control.Frame;
import io.jmpi.daemon.control.Question;
import io.jmpi.daemon.control.Reply;
import io.jmpi.daemon.net.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Questions to many members, passed on along the chords, and their answers, gathered on the way back. Used by the thread
 * of the network.
 *
 * <p>The targets of a question come in ring order after the one who passes it on. Target 2^k (from 1) becomes responsible
 * for those between itself and target 2^(k+1), so the tree is one of the links that there are anyway:
 *
 * <pre>
 *   targets of 0:       1    2 3    4 5 6 7
 *   0 asks              1    2(3)   4(5 6 7)
 *   2 asks                   3
 *   4 asks                          5    6(7)
 * </pre>
 *
 * <p>A question has a name, so whoever is asked again, by the same member over a new link or by another one in the place of
 * a lost one, does not do again what he did, but answers again.
 */
final class Asking implements PeerListener {

    /** Answers in one frame; whoever asks keeps replies short. */
    private static final int ANSWERS = 500;

    private static final long HOP_MILLIS = 50;

    /** The name of a question. */
    private record Key(String origin, long instance, long number) {}

    private final Membership membership;
    private final Surroundings surroundings;
    private final BiConsumer<Question, Consumer<Reply>> replier;
    private final Map<Key, Inquiry> inquiries = new HashMap<>();
    private final Consumer<Question> onReported;
    private long numbers;

    /**
     * @param replier answers for this member, at once or later
     * @param onReported hears when a question is done with here: all answers were there and have gone to who had asked
     */
    Asking(
            Membership membership,
            Surroundings surroundings,
            BiConsumer<Question, Consumer<Reply>> replier,
            Consumer<Question> onReported) {
        this.membership = membership;
        this.surroundings = surroundings;
        this.replier = replier;
        this.onReported = onReported;
        membership.peers().addListener(this);
        membership.keepLinksWhile(this::isWaiting);
    }

    /**
     * Asks members.
     *
     * @param targets ids, in ring order from this one
     * @param gathered hears the answers, in the same order
     */
    void ask(List<String> targets, Question question, long timeoutMillis, Consumer<List<Answer>> gathered) {
        Member self = membership.self();
        Key key = new Key(self.id(), self.instance(), ++numbers);
        Inquiry inquiry = new Inquiry(key, question, 0, timeoutMillis);
        inquiries.put(key, inquiry);
        List<String> others = new ArrayList<>(targets);
        boolean selfToo = others.remove(self.id());
        inquiry.gathered = () -> gathered.accept(inquiry.inOrder(targets));
        inquiry.distribute(others);
        if (selfToo) {
            inquiry.askSelf();
        }
        inquiry.start();
    }

    @Override
    public void onFrame(String peer, Frame frame) {
        if (frame.hasAsk()) {
            onAsk(peer, frame.getAsk());
        } else if (frame.hasAnswers()) {
            Answers answers = frame.getAnswers();
            Inquiry inquiry = inquiries.get(new Key(answers.getOrigin(), answers.getInstance(), answers.getNumber()));
            if (inquiry != null) {
                inquiry.onAnswers(peer, answers);
            }
        }
    }

    private void onAsk(String peer, Ask ask) {
        Key key = new Key(ask.getOrigin(), ask.getInstance(), ask.getNumber());
        Inquiry inquiry = inquiries.get(key);
        boolean first = inquiry == null;
        if (first) {
            inquiry = new Inquiry(key, ask.getQuestion(), ask.getDepth(), ask.getTimeoutMillis());
            inquiries.put(key, inquiry);
        }
        inquiry.askedBy(peer);
        inquiry.distribute(ask.getTargetsList());
        if (first) {
            inquiry.askSelf();
        }
        inquiry.start();
    }

    @Override
    public void onUp(Member peer, Link link) {
        List.copyOf(inquiries.values()).forEach(inquiry -> inquiry.resend(peer.id()));
    }

    @Override
    public void onDown(String peer, boolean silent) {
        onLost(peer);
    }

    @Override
    public void onUnreachable(String peer, String reason) {
        onLost(peer);
    }

    /** A member does not answer any more, for itself or for others. */
    void onLost(String member) {
        List.copyOf(inquiries.values()).forEach(inquiry -> inquiry.onLost(member));
    }

    /** Whether an answer is to come over the links to a member, or to go. */
    boolean isWaiting(String member) {
        for (Inquiry inquiry : inquiries.values()) {
            if (inquiry.awaited.containsKey(member) || inquiry.askers.contains(member)) {
                return true;
            }
        }
        return false;
    }

    /** A question that this member has asked or is passing on. */
    private final class Inquiry {

        private final Key key;
        private final Question question;
        private final int depth;
        private final long timeoutMillis;
        private final Map<String, Answer> answers = new HashMap<>();
        private final Map<String, List<String>> awaited = new HashMap<>();
        private final Set<String> assigned = new HashSet<>();
        private final Set<String> triedAgain = new HashSet<>();
        private final Set<String> askers = new LinkedHashSet<>();
        private Runnable gathered;
        private boolean ownAwaited;
        private boolean started;
        private boolean reported;

        Inquiry(Key key, Question question, int depth, long timeoutMillis) {
            this.key = key;
            this.question = question;
            this.depth = depth;
            this.timeoutMillis = timeoutMillis;
            surroundings.schedule(timeoutMillis, this::onTimeout);
        }

        /** Nothing is complete until {@link #start}. */
        void askedBy(String peer) {
            askers.add(peer);
            started = false;
        }

        void askSelf() {
            ownAwaited = true;
            replier.accept(question, reply -> {
                ownAwaited = false;
                put(Answer.newBuilder()
                        .setMember(membership.self().id())
                        .setDepth(depth)
                        .setReply(reply)
                        .build());
                reportIfComplete();
            });
        }

        /** Everything is under way; what is complete already can be reported. */
        void start() {
            started = true;
            reportIfComplete();
        }

        void distribute(List<String> targets) {
            List<String> fresh = new ArrayList<>(targets);
            fresh.removeAll(assigned);
            assigned.addAll(fresh);
            for (int distance = 1; distance <= fresh.size(); distance *= 2) {
                int end = Math.min(2 * distance - 1, fresh.size());
                pass(fresh.get(distance - 1), fresh.subList(distance, end));
            }
        }

        /** Makes a target responsible for others. */
        private void pass(String target, List<String> rest) {
            awaited.put(target, List.copyOf(rest));
            Member member = membership.member(target);
            if (member == null || !member.isLiving()) {
                triedAgain.add(target);
                onLost(target);
            } else if (membership.peers().isUp(target)) {
                send(target, rest);
            } else {
                membership.peers().connect(member);
            }
        }

        private void send(String target, List<String> rest) {
            Ask ask = Ask.newBuilder()
                    .setOrigin(key.origin)
                    .setInstance(key.instance)
                    .setNumber(key.number)
                    .setDepth(depth + 1)
                    .addAllTargets(rest)
                    .setQuestion(question)
                    .setTimeoutMillis((int) Math.max(HOP_MILLIS, timeoutMillis - HOP_MILLIS))
                    .build();
            membership.peers().send(target, Frame.newBuilder().setAsk(ask).build());
        }

        void resend(String target) {
            List<String> rest = awaited.get(target);
            if (rest != null) {
                send(target, rest);
            }
        }

        void onLost(String target) {
            List<String> rest = awaited.remove(target);
            if (rest == null) {
                return;
            }
            Member member = membership.member(target);
            if (member != null && member.isLiving() && triedAgain.add(target)) {
                // Only the link broke, it seems. It may answer for itself, but no more for others.
                pass(target, List.of());
            } else {
                put(missing(target));
            }
            if (!rest.isEmpty()) {
                pass(rest.get(0), rest.subList(1, rest.size()));
            }
            reportIfComplete();
        }

        private Answer missing(String target) {
            return Answer.newBuilder().setMember(target).setDepth(depth + 1).build();
        }

        void onAnswers(String peer, Answers some) {
            some.getAnswersList().forEach(this::put);
            if (some.getComplete()) {
                awaited.remove(peer);
                reportIfComplete();
            }
        }

        /** An answer that says something replaces one that does not. */
        private void put(Answer answer) {
            Answer known = answers.get(answer.getMember());
            if (known == null || !known.hasReply()) {
                answers.put(answer.getMember(), answer);
            }
        }

        private void onTimeout() {
            ownAwaited = false;
            awaited.forEach((target, rest) -> {
                put(missing(target));
                rest.forEach(other -> put(missing(other)));
            });
            awaited.clear();
            reportIfComplete();
            surroundings.schedule(RingTimes.KEEP_ANSWERS, () -> inquiries.remove(key));
        }

        private void reportIfComplete() {
            if (!started || ownAwaited || !awaited.isEmpty()) {
                return;
            }
            List<String> waiting = List.copyOf(askers);
            askers.clear();
            waiting.forEach(this::report);
            if (gathered != null) {
                Runnable result = gathered;
                gathered = null;
                result.run();
            }
            if (!reported) {
                reported = true;
                onReported.accept(question);
            }
        }

        private void report(String asker) {
            List<Answer> all = new ArrayList<>(answers.values());
            int from = 0;
            do {
                int to = Math.min(all.size(), from + ANSWERS);
                Answers part = Answers.newBuilder()
                        .setOrigin(key.origin)
                        .setInstance(key.instance)
                        .setNumber(key.number)
                        .addAllAnswers(all.subList(from, to))
                        .setComplete(to == all.size())
                        .build();
                membership
                        .peers()
                        .send(asker, Frame.newBuilder().setAnswers(part).build());
                from = to;
            } while (from < all.size());
        }

        List<Answer> inOrder(List<String> targets) {
            List<Answer> ordered = new ArrayList<>(targets.size());
            for (String target : targets) {
                ordered.add(answers.getOrDefault(target, missing(target)));
            }
            return ordered;
        }
    }
}
