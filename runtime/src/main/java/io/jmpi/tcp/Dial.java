package io.jmpi.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * This rank's call to a peer: tries the peer's addresses until one answers as that peer.
 *
 * <p>The next address is tried when the one before has failed or is slow, and the first to answer is chosen (as in RFC
 * 8305), so an address that leads nowhere costs little. When all have failed they are tried again until the time is over.
 * An address that took the connection and says nothing is waited for: the peer may be computing.
 *
 * <p>When two ranks call each other, the call of the lower one counts: it answers the other's call with "not needed", and
 * the higher one drops its own when the lower one's comes. Should that not come, it calls again.
 */
final class Dial implements Caller {

    private static final long STAGGER_NANOS = 200_000_000L;
    private static final long PAUSE_NANOS = 300_000_000L;
    private static final long CALL_AGAIN_NANOS = 1_000_000_000L;

    private final TcpNetwork network;
    private final TcpLink link;
    private final List<InetSocketAddress> candidates;
    private final String[] outcomes;
    private final List<String> unknown;
    private final List<Attempt> attempts = new ArrayList<>();
    private final long startedAt;
    private final long giveUpAt;
    private Attempt chosen;
    private int next;
    private long nextAt;

    /**
     * @param unknown names of the peer that have no address, to be told if all else fails
     * @param giveUpAfter nanoseconds
     */
    Dial(TcpNetwork network, TcpLink link, List<InetSocketAddress> candidates, List<String> unknown, long giveUpAfter) {
        this.network = network;
        this.link = link;
        this.candidates = candidates;
        this.unknown = unknown;
        this.outcomes = new String[candidates.size()];
        this.startedAt = System.nanoTime();
        this.giveUpAt = startedAt + giveUpAfter;
        this.nextAt = startedAt;
    }

    /** Does what it is time for. */
    void onTime(long now) {
        if (chosen != null) {
            return;
        }
        while (now - nextAt >= 0 && next < candidates.size()) {
            call(now);
        }
        if (attempts.isEmpty() && next == candidates.size()) {
            if (now - giveUpAt >= 0) {
                network.calls().onUnreachable(this, link, tried());
            } else {
                next = 0;
                nextAt = now + PAUSE_NANOS;
            }
        } else if (now - giveUpAt >= 0) {
            giveUpSlow();
        }
    }

    private void call(long now) {
        int index = next++;
        nextAt = now + STAGGER_NANOS;
        Attempt attempt = network.attempt(this, candidates.get(index), Handshake.RECORDS, link);
        try {
            attempt.start(network);
            attempts.add(attempt);
        } catch (IOException e) {
            outcomes[index] = Reasons.of(e);
            nextAt = now;
        }
    }

    /** Those that are not connected by now will not be. */
    private void giveUpSlow() {
        for (Attempt attempt : attempts.toArray(new Attempt[0])) {
            if (!attempt.isConnected()) {
                String before = outcomes[candidates.indexOf(attempt.address())];
                onFailed(attempt, new IOException(before == null ? "no answer" : before));
            }
        }
    }

    /** When {@link #onTime} is to be called next. */
    long deadline() {
        if (chosen != null) {
            return Long.MAX_VALUE;
        }
        if (next < candidates.size() || attempts.isEmpty()) {
            return nextAt;
        }
        for (Attempt attempt : attempts) {
            if (attempt.isConnected()) {
                return Long.MAX_VALUE;
            }
        }
        return giveUpAt;
    }

    /**
     * Whether the peer's own call is to be refused for this one. Once this rank has proved itself it must be: the peer may
     * have said welcome.
     */
    boolean isPromising() {
        boolean young = System.nanoTime() - startedAt < CALL_AGAIN_NANOS;
        return chosen != null || young && !attempts.isEmpty();
    }

    /** The first to answer is chosen: the others are not needed. */
    @Override
    public void onAnswer(Attempt attempt) {
        chosen = attempt;
        for (Attempt other : attempts) {
            if (other != attempt) {
                network.closeLater(other.flow());
            }
        }
        attempts.clear();
        attempts.add(attempt);
    }

    @Override
    public void onVerdict(Attempt attempt, int verdict) {
        if (verdict == Handshake.WELCOME) {
            attempts.clear();
            network.calls().onWelcome(this, link, attempt);
        } else {
            drop(attempt);
            next = 0;
            nextAt = System.nanoTime() + CALL_AGAIN_NANOS;
        }
    }

    @Override
    public void onFailed(Attempt attempt, IOException reason) {
        outcomes[candidates.indexOf(attempt.address())] = Reasons.of(reason);
        drop(attempt);
        nextAt = System.nanoTime();
    }

    private void drop(Attempt attempt) {
        attempts.remove(attempt);
        network.closeLater(attempt.flow());
        if (chosen == attempt) {
            chosen = null;
        }
    }

    /** The peer's call has come first. */
    void abandon() {
        for (Attempt attempt : attempts) {
            network.closeLater(attempt.flow());
        }
        attempts.clear();
        next = candidates.size();
    }

    /** The addresses and what became of them. */
    private String tried() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < outcomes.length; i++) {
            InetSocketAddress address = candidates.get(i);
            text.append(i == 0 ? "" : ", ").append(address.getAddress().getHostAddress());
            text.append(" port ").append(address.getPort());
            text.append(" (").append(outcomes[i]).append(')');
        }
        for (String name : unknown) {
            text.append(text.length() == 0 ? "" : ", ").append(name).append(" (no such host)");
        }
        return text.length() == 0 ? "no address is known" : "tried " + text;
    }
}
