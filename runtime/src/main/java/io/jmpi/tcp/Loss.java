package io.jmpi.tcp;

import io.jmpi.job.JobSegment;
import io.jmpi.transport.Failures;
import java.io.IOException;

/** The loss of the first peer that is lost: what is told of it, and when. */
final class Loss {

    /**
     * From the loss of a peer to the exception. The daemons that know more of it, and end the job, shall be the first to
     * speak.
     */
    static final long GRACE_NANOS = 1_000_000_000L;

    private final JobSegment segment;
    private final int peerTimeoutSeconds;
    private Failures failures;
    private String told;
    private long toldAt;
    private boolean leaving;

    Loss(JobSegment segment, int peerTimeoutSeconds) {
        this.segment = segment;
        this.peerTimeoutSeconds = peerTimeoutSeconds;
    }

    void failures(Failures chosen) {
        failures = chosen;
    }

    boolean hasHappened() {
        return told != null;
    }

    /** Who is leaving needs nobody any more. */
    void leaving() {
        leaving = true;
    }

    /** The first one counts. */
    void of(TcpLink link, IOException reason) {
        if (told == null) {
            String host = segment.host(segment.placement().node(link.rank())).name();
            told = "rank " + link.rank() + " on " + host + " is lost: " + words(reason);
            toldAt = System.nanoTime() + GRACE_NANOS;
        }
    }

    private String words(IOException reason) {
        return Reasons.isSilence(reason)
                ? "its host does not answer any more (" + Reasons.of(reason) + "; " + TcpSettings.PEER_TIMEOUT + " is "
                        + peerTimeoutSeconds + " s)"
                : Reasons.of(reason);
    }

    /** Throws what the loss has become, when it is time. */
    void tell(long now) {
        if (told != null && now - toldAt >= 0 && !leaving) {
            throw failures.lost(told);
        }
    }

    /** When {@link #tell} is to be called. */
    long deadline() {
        return told == null || leaving ? Long.MAX_VALUE : toldAt;
    }
}
