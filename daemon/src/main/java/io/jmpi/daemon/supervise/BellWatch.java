package io.jmpi.daemon.supervise;

import io.jmpi.job.JobSegmentFile;
import java.io.IOException;

/** The thread that hears the bell which ranks ring as they come further. It ends when the segment's file is closed. */
final class BellWatch extends Thread {

    private static final int STACK = 1 << 17;

    private final JobSegmentFile file;
    private final Part part;

    private BellWatch(JobSegmentFile file, Part part) {
        super(null, null, "bell " + part.mark(), STACK, false);
        this.file = file;
        this.part = part;
        setDaemon(true);
    }

    static BellWatch start(JobSegmentFile file, Part part) throws IOException {
        file.listen();
        BellWatch watch = new BellWatch(file, part);
        watch.start();
        return watch;
    }

    /** Looks first: a rank that found nobody listening has come further by the time a thread has been started. */
    @Override
    public void run() {
        try {
            do {
                part.post(new PartTask.Bell());
            } while (file.awaitRanks());
        } catch (IOException e) {
            // The segment is gone, and with it those who ring.
        }
    }
}
