package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.PartEvent;
import java.io.IOException;

/** Is told what happens on the nodes of a job. Any thread may call. */
public interface NodesListener {

    void onEvent(int node, PartEvent event);

    /**
     * A rank has written whole lines, or the last piece of its output. May block.
     *
     * @throws IOException when the output can be passed on no more
     */
    void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException;
}
