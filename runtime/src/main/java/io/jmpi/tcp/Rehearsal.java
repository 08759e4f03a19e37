package io.jmpi.tcp;

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
import java.util.List;
import java.util.Map;

/** Two ranks of this process who exchange a record, so that the classes which that takes get into a class-data archive. */
public final class Rehearsal {

    private static final int RING_STRIDE = 8192;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private Rehearsal() {}

    /**
     * Run before anything else is done.
     *
     * @param directory for a temporary file
     * @throws IOException when there is no such connection here
     */
    public static void run(Path directory) throws IOException {
        List<NodeHost> here = List.of(new NodeHost("here", List.of("127.0.0.1")));
        List<SegmentPlacement> place = List.of(new SegmentPlacement(directory, RING_STRIDE));
        try (JobSegmentFile file = JobSegmentFile.create(Placement.onOneNode(2), 0, here, JobKey.random(), place)) {
            Network caller = open(file, 0);
            Network listener = open(file, 1);
            Outbox outbox = caller.outbox(1);
            boolean[] arrived = new boolean[1];
            RecordHandler handler = (source, head, detail, wire, at, length) -> arrived[0] = true;
            boolean sent = false;
            for (long start = System.nanoTime(); !arrived[0] && System.nanoTime() - start < PATIENCE_NANOS; ) {
                sent = sent || send(outbox);
                caller.flush();
                caller.poll(handler);
                listener.poll(handler);
            }
            caller.sayFarewell();
            listener.sayFarewell();
            caller.close();
            listener.close();
        }
    }

    private static Network open(JobSegmentFile file, int rank) throws IOException {
        JobSegment segment = JobSegment.open(file.path());
        return TcpNetwork.open(TcpSettings.of(Map.of()), segment, rank, true, segment.openDoorbell(rank));
    }

    private static boolean send(Outbox outbox) {
        if (outbox.tryClaim(1) < 0) {
            return false;
        }
        outbox.commit(Envelope.head(Envelope.EAGER, 1), Envelope.detail(0, 0));
        return true;
    }
}
