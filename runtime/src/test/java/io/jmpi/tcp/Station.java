package io.jmpi.tcp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.data.Wire;
import io.jmpi.job.JobKey;
import io.jmpi.job.JobSegment;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import io.jmpi.job.SegmentPlacement;
import io.jmpi.transport.Envelope;
import io.jmpi.transport.Network;
import io.jmpi.transport.Outbox;
import io.jmpi.transport.RecordHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The network of one rank, with a handler that keeps what comes. */
final class Station implements RecordHandler, AutoCloseable {

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /** A record that came. */
    record Received(int source, int kind, int tag, byte[] payload) {}

    final List<Received> received = new ArrayList<>();
    final int rank;
    final JobSegment segment;
    final Network network;

    private Station(JobSegmentFile file, int rank, Map<String, String> settings) throws IOException {
        this.rank = rank;
        this.segment = JobSegment.open(file.path());
        this.network = TcpNetwork.open(TcpSettings.of(settings), segment, rank, true, segment.openDoorbell(rank));
        network.failures(IllegalStateException::new);
    }

    /** The segment of a job whose ranks are all on this host. */
    static JobSegmentFile job(Path directory, int size) throws IOException {
        List<NodeHost> here = Collections.nCopies(1, new NodeHost("here", List.of("127.0.0.1")));
        return JobSegmentFile.create(
                Placement.onOneNode(size), 0, here, JobKey.random(), List.of(new SegmentPlacement(directory, 8192)));
    }

    /** Of two ranks, the second on another host of the same address. */
    static JobSegmentFile jobOfTwoHosts(Path directory) throws IOException {
        List<NodeHost> hosts =
                List.of(new NodeHost("here", List.of("127.0.0.2")), new NodeHost("there", List.of("127.0.0.1")));
        return JobSegmentFile.create(
                Placement.of(new int[] {0, 1}),
                0,
                hosts,
                JobKey.random(),
                List.of(new SegmentPlacement(directory, 8192)));
    }

    static Station open(JobSegmentFile file, int rank) throws IOException {
        return open(file, rank, Map.of());
    }

    static Station open(JobSegmentFile file, int rank, Map<String, String> settings) throws IOException {
        return new Station(file, rank, settings);
    }

    @Override
    public void onRecord(int source, long head, long detail, Wire wire, int at, int length) {
        byte[] payload = new byte[length];
        wire.bytes().get(at, payload);
        received.add(new Received(source, Envelope.kind(head), Envelope.tag(detail), payload));
    }

    int port() {
        return segment.port(rank);
    }

    int poll() {
        return network.poll(this);
    }

    /** Polls until a condition holds. */
    void drive(BooleanSupplier until) {
        drive(until, this);
    }

    /** Has several ranks poll in turn until a condition holds. */
    static void drive(BooleanSupplier until, Station... stations) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!until.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "nothing came");
            for (Station station : stations) {
                station.poll();
            }
        }
    }

    /** Sends a message if there is room for it. */
    boolean trySend(int destination, int tag, byte[] payload) {
        Outbox outbox = network.outbox(destination);
        int at = outbox.tryClaim(payload.length);
        if (at < 0) {
            return false;
        }
        outbox.wire().bytes().put(at, payload);
        outbox.commit(Envelope.head(Envelope.EAGER, 1), Envelope.detail(tag, 0));
        network.flush();
        return true;
    }

    /** Whether the last record that came is this one. */
    boolean has(int count, byte[] lastPayload) {
        return received.size() == count
                && Arrays.equals(lastPayload, received.get(count - 1).payload());
    }

    @Override
    public void close() {
        network.close();
    }
}
