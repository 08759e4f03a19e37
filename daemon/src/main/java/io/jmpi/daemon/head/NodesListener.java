package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.Channel;
import io.jmpi.daemon.supervise.PartEvent;
import java.io.IOException;

/** Is told what happens on the nodes of a job. Any thread may call. */
public interface NodesListener {

    void onEvent(int node, PartEvent event);

    /** The job has a name by which others know it. */
    void onAccepted(String name);

    /** Nothing more will be heard of any node. */
    void onCut(String cause);

    /** Somebody wants the job to be ended. */
    void onEndWanted(String by);

    /**
     * Output of a rank has come from another host. Does not block; what was written is credited to the node.
     *
     * @param more whether the rest of a line follows
     */
    void onOutputFrom(int node, int rank, Channel channel, byte[] bytes, boolean more);

    /**
     * A rank of this host has written whole lines, or the last piece of its output. May block.
     *
     * @throws IOException when the output can be passed on no more
     */
    void onOutput(int rank, Channel channel, byte[] bytes, int offset, int length) throws IOException;
}
