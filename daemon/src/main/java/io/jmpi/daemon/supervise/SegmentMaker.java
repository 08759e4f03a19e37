package io.jmpi.daemon.supervise;

import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.SegmentPlacement;
import java.io.IOException;

/** The thread that makes the job segment while another one starts the guardian. */
final class SegmentMaker extends Thread implements AutoCloseable {

    private final JobSpec job;
    private final int node;
    private JobSegmentFile file;
    private IOException failure;

    private SegmentMaker(JobSpec job, int node) {
        super(null, null, "segment", 0, false);
        this.job = job;
        this.node = node;
        setDaemon(true);
    }

    static SegmentMaker start(JobSpec job, int node) {
        SegmentMaker maker = new SegmentMaker(job, node);
        maker.start();
        return maker;
    }

    @Override
    public void run() {
        try {
            file = JobSegmentFile.create(
                    job.placement(),
                    node,
                    job.hosts(),
                    job.key(),
                    SegmentPlacement.candidates(job.placement().localSize(node)));
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

    /** Lets go of the segment, if there is one. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (true) {
            try {
                join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (file != null) {
            file.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
