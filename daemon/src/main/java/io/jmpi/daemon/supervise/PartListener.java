package io.jmpi.daemon.supervise;

import java.io.IOException;

/** Is told what happens in a part. */
public interface PartListener {

    /** Called by the part's thread. */
    void onEvent(PartEvent event);

    /**
     * A rank has written whole lines, or the last piece of its output. Called by threads of the rank, one a channel; while
     * this blocks, the rank's next write may.
     *
     * @throws IOException when the output can be passed on no more
     */
    void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException;
}
