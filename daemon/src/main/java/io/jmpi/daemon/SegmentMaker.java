package io.jmpi.daemon;

import io.jmpi.job.JobKey;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import io.jmpi.job.SegmentPlacement;
import java.io.IOException;
import java.util.List;

/** The thread that makes the job segment while another one starts the guardian. */
final class SegmentMaker extends Thread {

    private final int size;
    private JobSegmentFile file;
    private IOException failure;

    private SegmentMaker(int size) {
        super(null, null, "segment", 0, false);
        this.size = size;
        setDaemon(true);
    }

    static SegmentMaker start(int size) {
        SegmentMaker maker = new SegmentMaker(size);
        maker.start();
        return maker;
    }

    @Override
    public void run() {
        try {
            List<NodeHost> here = List.of(new NodeHost("localhost", List.of("127.0.0.1", "::1")));
            file = JobSegmentFile.create(
                    Placement.onOneNode(size), 0, here, JobKey.random(), SegmentPlacement.candidates(size));
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new IOException("cannot make the job segment: " + e, e);
        }
    }

    /** Waits for the segment. */
    JobSegmentFile result() throws IOException, InterruptedException {
        join();
        if (failure != null) {
            throw failure;
        }
        return file;
    }
}
