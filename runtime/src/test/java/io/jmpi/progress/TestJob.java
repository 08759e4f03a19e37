package io.jmpi.progress;

import io.jmpi.job.JobKey;
import io.jmpi.job.JobSegment;
import io.jmpi.job.JobSegmentFile;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import io.jmpi.job.SegmentPlacement;
import io.jmpi.tcp.TcpNetwork;
import io.jmpi.tcp.TcpSettings;
import io.jmpi.transport.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The engines of a job's ranks in one process, over real segments and real sockets; and its daemons' part. */
final class TestJob implements AutoCloseable {

    private static final int RING = 8192;

    private final Placement placement;
    private final boolean onlyTcp;
    private final TcpSettings settings;
    private final JobSegmentFile[] nodes;
    private final List<Network> networks = new ArrayList<>();

    /** @param onlyTcp whether ranks of one node use TCP too */
    TestJob(Path directory, Placement placement, boolean onlyTcp) throws IOException {
        this(directory, placement, onlyTcp, Map.of());
    }

    /** @param environment see {@link TcpSettings} */
    TestJob(Path directory, Placement placement, boolean onlyTcp, Map<String, String> environment) throws IOException {
        this.settings = TcpSettings.of(environment);
        this.placement = placement;
        this.onlyTcp = onlyTcp;
        this.nodes = new JobSegmentFile[placement.nodes()];
        byte[] key = JobKey.random();
        List<NodeHost> hosts = Collections.nCopies(placement.nodes(), new NodeHost("here", List.of("127.0.0.1")));
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] =
                    JobSegmentFile.create(placement, node, hosts, key, List.of(new SegmentPlacement(directory, RING)));
        }
    }

    synchronized Engine engine(int rank, boolean multiple) throws IOException {
        int node = placement.node(rank);
        JobSegment segment = JobSegment.open(nodes[node].path());
        if (!onlyTcp && placement.nodes() == 1) {
            return new Engine(segment, rank, multiple);
        }
        Network network =
                TcpNetwork.open(settings, segment, rank, onlyTcp, segment.openDoorbell(placement.localRank(rank)));
        network.failures(IllegalStateException::new);
        networks.add(network);
        for (int other = 0; other < nodes.length; other++) {
            if (other != node) {
                nodes[other].segment().port(rank, segment.port(rank));
            }
        }
        return new Engine(segment, rank, multiple, network, onlyTcp);
    }

    /** Where the sleep word of a rank is read. */
    JobSegment segment(int rank) {
        return nodes[placement.node(rank)].segment();
    }

    Placement placement() {
        return placement;
    }

    @Override
    public void close() {
        for (Network network : networks) {
            network.close();
        }
        for (JobSegmentFile node : nodes) {
            node.close();
        }
    }
}
