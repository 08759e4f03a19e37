package io.jmpi.collectives;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Runs the schedules of all ranks in one thread, as badly as the contract of {@link Schedule} allows. Fails on a
 * deadlock, on messages left over, and on what a {@link SimulatedRank} finds.
 */
final class SimulatedRanks {

    private final SimulatedRank[] ranks;
    private final Channel[][] channels; // from, to; null before the first use
    private final List<Runnable> pending = new ArrayList<>();
    private final Delivery delivery;
    private final Random random;

    SimulatedRanks(int size, IntFunction<Schedule> schedules, Operation operation, Delivery delivery, long seed) {
        this.delivery = delivery;
        this.random = new Random(seed);
        this.ranks = new SimulatedRank[size];
        this.channels = new Channel[size][size];
        for (int rank = 0; rank < size; rank++) {
            ranks[rank] = new SimulatedRank(this, rank, schedules.apply(rank), operation);
        }
    }

    /** Gives a rank its buffers; null is one that must not be touched. */
    void buffers(int rank, long[] input, long[] output) {
        ranks[rank].buffers(input, output);
    }

    void run() {
        for (SimulatedRank rank : ranks) {
            pending.add(rank::beginRound);
        }
        while (!pending.isEmpty()) {
            delivery.next(pending, random).run();
        }
        for (SimulatedRank rank : ranks) {
            rank.requireFinished();
        }
        for (Channel[] from : channels) {
            for (Channel channel : from) {
                if (channel != null) {
                    channel.requireEmpty();
                }
            }
        }
    }

    SimulatedRank rank(int rank) {
        return ranks[rank];
    }

    /** When the last rank is done, if a message takes one unit of time to send, and one to receive at the same time. */
    int time() {
        int time = 0;
        for (SimulatedRank rank : ranks) {
            time = Math.max(time, rank.time());
        }
        return time;
    }

    /** Elements sent by all ranks. */
    long traffic() {
        long traffic = 0;
        for (SimulatedRank rank : ranks) {
            traffic += rank.elementsSent();
        }
        return traffic;
    }

    int messages() {
        int messages = 0;
        for (SimulatedRank rank : ranks) {
            messages += rank.messagesSent();
        }
        return messages;
    }

    void later(Runnable event) {
        pending.add(event);
    }

    /** Starts a send; returns whether the sender has to wait for it. */
    boolean send(SimulatedRank from, int step, int peer, int sentAt) {
        if (peer < 0 || peer >= ranks.length || peer == from.rank()) {
            throw new AssertionError("rank " + from.rank() + " sends to " + peer + "\n" + from);
        }
        boolean eager = delivery.isEager(random);
        channel(from.rank(), peer).send(new Send(from, step, eager ? from.read(step) : null, sentAt));
        return !eager;
    }

    void recv(SimulatedRank to, int step, int peer) {
        channel(peer, to.rank()).recv(new Recv(to, step));
    }

    private Channel channel(int from, int to) {
        if (channels[from][to] == null) {
            channels[from][to] = new Channel();
        }
        return channels[from][to];
    }

    /** Data is null in a rendezvous. */
    private record Send(SimulatedRank from, int step, long[] data, int sentAt) {}

    private record Recv(SimulatedRank to, int step) {}

    /** From one rank to another: sends and receives match in order, and complete in any. */
    private final class Channel {

        private final Deque<Send> sends = new ArrayDeque<>(1);
        private final Deque<Recv> recvs = new ArrayDeque<>(1);

        void send(Send send) {
            sends.add(send);
            match();
        }

        void recv(Recv recv) {
            recvs.add(recv);
            match();
        }

        private void match() {
            if (!sends.isEmpty() && !recvs.isEmpty()) {
                Send send = sends.remove();
                Recv recv = recvs.remove();
                later(() -> complete(send, recv));
            }
        }

        private void complete(Send send, Recv recv) {
            boolean eager = send.data() != null;
            recv.to().write(recv.step(), eager ? send.data() : send.from().read(send.step()));
            recv.to().received(send.sentAt());
            if (!eager) {
                send.from().sent();
            }
        }

        void requireEmpty() {
            if (!sends.isEmpty() || !recvs.isEmpty()) {
                throw new AssertionError("unmatched: sends " + sends + ", receives " + recvs);
            }
        }
    }
}
