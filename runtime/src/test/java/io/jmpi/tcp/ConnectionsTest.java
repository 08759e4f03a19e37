package io.jmpi.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.job.JobKey;
import io.jmpi.job.JobSegment;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import io.jmpi.job.SegmentPlacement;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Network;
import io.jmpi.transport.Outbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How ranks find each other, and what goes between them. */
class ConnectionsTest {

    @TempDir
    private Path directory;

    /** Both call at the same moment, again and again: one connection, and nothing is lost. */
    @Test
    void shouldAgreeOnOneConnectionWhenBothCall() throws IOException {
        for (int round = 0; round < 50; round++) {
            try (JobSegmentFile job = Station.job(directory, 2);
                    Station low = Station.open(job, 0);
                    Station high = Station.open(job, 1)) {
                byte[] fromLow = {1, (byte) round};
                byte[] fromHigh = {2, (byte) round};
                boolean[] sent = {false, false};
                Station first = round % 2 == 0 ? low : high;
                Station second = first == low ? high : low;
                Station.drive(
                        () -> {
                            sent[0] = sent[0] || low.trySend(1, 5, fromLow);
                            sent[1] = sent[1] || high.trySend(0, 5, fromHigh);
                            return sent[0] && sent[1] && high.has(1, fromLow) && low.has(1, fromHigh);
                        },
                        first,
                        second);
                part(low, high);
            }
        }
    }

    /** Both say farewell, and neither takes it for a loss. */
    private static void part(Station one, Station other) {
        one.network.sayFarewell();
        other.network.sayFarewell();
        Station.drive(() -> one.network.isOver() && other.network.isOver(), one, other);
        assertTrue(!one.network.isLost() && !other.network.isLost());
    }

    /** Every way to cut the stream of records: any lengths, lent or copied, while the receiver reads or does not. */
    @Test
    void shouldDeliverRecordsOfAllLengths() throws IOException {
        Random random = new Random(11);
        try (JobSegmentFile job = Station.job(directory, 2);
                Station sender = Station.open(job, 0);
                Station receiver = Station.open(job, 1)) {
            List<byte[]> sent = new ArrayList<>();
            for (int number = 0; number < 3000; number++) {
                byte[] payload = new byte[length(random, number)];
                random.nextBytes(payload);
                boolean lends = payload.length > 0 && random.nextBoolean();
                int tag = number;
                boolean[] gone = {false};
                Station.drive(
                        () -> {
                            gone[0] = gone[0]
                                    || (lends ? tryLend(sender, tag, payload) : sender.trySend(1, tag, payload));
                            return gone[0];
                        },
                        sender,
                        receiver);
                int count = number + 1;
                if (random.nextInt(8) == 0) {
                    Station.drive(() -> receiver.has(count, payload), sender, receiver);
                } else if (random.nextInt(3) == 0) {
                    receiver.poll();
                }
                sent.add(payload);
            }
            Station.drive(() -> receiver.received.size() == sent.size(), sender, receiver);
            for (int number = 0; number < sent.size(); number++) {
                assertEquals(number, receiver.received.get(number).tag());
                assertArrayEquals(
                        sent.get(number), receiver.received.get(number).payload());
            }
        }
    }

    private static int length(Random random, int number) {
        return switch (number % 4) {
            case 0 -> random.nextInt(40);
            case 1 -> random.nextInt(3000);
            case 2 -> random.nextInt(TcpOutbox.LARGEST_CLAIM + 1);
            default -> 8 * random.nextInt(20);
        };
    }

    private static boolean tryLend(Station sender, int tag, byte[] payload) {
        ByteBuffer memory = ByteBuffer.allocateDirect(payload.length + 3);
        memory.put(3, payload);
        Outbox outbox = sender.network.outbox(1);
        boolean sent =
                outbox.tryLend(Envelope.head(Envelope.EAGER, 1), Envelope.detail(tag, 0), memory, 3, payload.length);
        outbox.endLoan();
        // it may change now
        memory.put(0, new byte[memory.capacity()]);
        return sent;
    }

    @Test
    void shouldTakeAPortOfTheRange() throws IOException {
        int free = freePort();
        Map<String, String> range = Map.of(TcpSettings.PORT_RANGE, free + "-" + (free + 1));
        try (JobSegmentFile job = Station.job(directory, 3);
                Station one = Station.open(job, 0, range);
                Station other = Station.open(job, 1, range)) {
            assertEquals(free, one.port());
            assertEquals(free + 1, other.port());
            IOException error = assertThrows(IOException.class, () -> Station.open(job, 2, range));
            String message = error.getMessage();
            assertTrue(message.startsWith("no port is free in JMPI_PORT_RANGE=" + free + "-" + (free + 1)), message);
            assertTrue(message.endsWith("each rank of a host needs one"), message);
        }
    }

    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket one = new ServerSocket(0);
                    ServerSocket next = new ServerSocket(one.getLocalPort() + 1)) {
                return next.getLocalPort() - 1;
            } catch (IOException e) {
                // the next one was taken
            }
        }
    }

    /** Addresses that lead nowhere, to somebody else, or to nobody, come before the one that is right. */
    @Test
    void shouldGetPastAddressesThatAreNotThePeers() throws IOException {
        int nobodys = freePort();
        List<String> addresses = List.of("no-such-host.invalid", "127.0.0.77", "127.0.1.1", "127.0.0.1");
        NodeHost far = new NodeHost("far", addresses);
        Placement placement = Placement.of(0, 1);
        List<NodeHost> hosts = List.of(new NodeHost("near", List.of("127.0.0.1")), far);
        byte[] key = JobKey.random();
        List<SegmentPlacement> place = List.of(new SegmentPlacement(directory, 8192));
        try (JobSegmentFile nearJob = JobSegmentFile.create(placement, 0, hosts, key, place)) {
            JobSegment near = JobSegment.open(nearJob.path());
            Network network = open(near, 0, Map.of(TcpSettings.PEER_TIMEOUT, "2"));
            near.port(1, nobodys);
            IllegalStateException error = assertThrows(IllegalStateException.class, () -> {
                while (true) {
                    network.outbox(1).tryClaim(8);
                    network.poll((source, head, detail, wire, at, length) -> {});
                }
            });
            network.close();
            String message = error.getMessage();
            assertTrue(message.startsWith("rank 1 on far is lost: it cannot be reached: tried "), message);
            for (String address : addresses.subList(1, 4)) {
                assertTrue(message.contains(address + " port " + nobodys + " ("), message);
            }
            assertTrue(message.contains("no-such-host.invalid (no such host)"), message);
            assertTrue(message.contains("Connection refused"), message);
        }
    }

    private static Network open(JobSegment segment, int rank, Map<String, String> settings) throws IOException {
        Network network = TcpNetwork.open(TcpSettings.of(settings), segment, rank, false, segment.openDoorbell(0));
        network.failures(IllegalStateException::new);
        return network;
    }

    /** The peer that talks all the time is looked at first, but not alone. */
    @Test
    void shouldHearOthersWhileOnePeerTalks() throws IOException {
        try (JobSegmentFile job = Station.job(directory, 3);
                Station listener = Station.open(job, 0);
                Station talker = Station.open(job, 1);
                Station other = Station.open(job, 2)) {
            byte[] payload = new byte[8];
            connect(talker, listener);
            connect(other, listener);
            for (int round = 0; round < 100; round++) {
                sayAndHear(talker, listener, payload);
            }
            assertTrue(other.trySend(0, 7, payload));
            int rounds = 0;
            while (listener.received.stream().noneMatch(record -> record.tag() == 7)) {
                sayAndHear(talker, listener, payload);
                assertTrue(++rounds < 100, "the other one is not heard");
            }
        }
    }

    private static void connect(Station caller, Station callee) {
        int before = callee.received.size();
        boolean[] sent = {false};
        Station.drive(
                () -> {
                    sent[0] = sent[0] || caller.trySend(callee.rank, 0, new byte[1]);
                    return sent[0] && callee.received.size() > before;
                },
                caller,
                callee);
    }

    private static void sayAndHear(Station talker, Station listener, byte[] payload) {
        int before = listener.received.size();
        assertTrue(talker.trySend(0, 1, payload));
        Station.drive(() -> listener.received.size() > before, listener);
        talker.poll();
    }

    @Test
    void shouldHoldBackASenderWhoseReceiverDoesNotRead() throws IOException {
        try (JobSegmentFile job = Station.job(directory, 2);
                Station sender = Station.open(job, 0);
                Station receiver = Station.open(job, 1)) {
            byte[] payload = new byte[60_000];
            boolean[] begun = {false};
            Station.drive(() -> begun[0] = begun[0] || sender.trySend(1, 0, payload), sender, receiver);
            int sent = 1;
            int refused = 0;
            while (refused < 100) {
                if (sender.trySend(1, sent, payload)) {
                    sent++;
                    refused = 0;
                    assertTrue(sent < 10_000, "600 MB are somewhere");
                } else {
                    refused++;
                    sender.poll();
                }
            }
            int all = sent;
            Station.drive(() -> receiver.received.size() == all, sender, receiver);
            assertArrayEquals(payload, receiver.received.get(all - 1).payload());
            part(sender, receiver);
        }
    }
}
