package io.jmpi.daemon.head;

import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.PartOrder;
import java.io.IOException;

/**
 * The nodes of a job, each with its part.
 *
 * <p>Each node's events reach the listener in order; the last one is {@code Finished} or {@code Lost}, and one of these
 * comes whatever happens. Any thread may call, once they are started; no method waits for a node.
 */
public interface Nodes extends AutoCloseable {

    /**
     * Starts the parts.
     *
     * @throws IOException when none could be started
     */
    void start(JobSpec job, NodesListener listener) throws IOException;

    /** Tells a node's part to do something. One that has finished or is lost does not hear it. */
    void order(int node, PartOrder order);

    /** The name of a node's host. */
    String host(int node);

    /** Lets go of all of them. */
    @Override
    void close();
}
