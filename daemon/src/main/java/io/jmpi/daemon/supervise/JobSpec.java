package io.jmpi.daemon.supervise;

import io.jmpi.job.JobKey;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import java.util.List;

/**
 * What a job is made of, the same for all of its nodes.
 *
 * @param name unique among the jobs that run
 * @param alias what its user calls it, empty if nothing
 * @param placement which rank is on which node
 * @param hosts one for each node
 * @param key by which its ranks know each other; see {@link JobKey}
 * @param ranks one for each rank
 * @param ownOutput whether ranks write straight to the output of this process instead of to the listener
 */
public record JobSpec(
        String name,
        String alias,
        Placement placement,
        List<NodeHost> hosts,
        byte[] key,
        List<RankSpec> ranks,
        boolean ownOutput) {

    /** A job on this host alone. */
    public static JobSpec here(String name, List<RankSpec> ranks, boolean ownOutput) {
        List<NodeHost> hosts = List.of(new NodeHost(Host.name(), List.of("127.0.0.1", "::1")));
        return new JobSpec(name, "", Placement.onOneNode(ranks.size()), hosts, JobKey.random(), ranks, ownOutput);
    }

    /** The same by another name. */
    public JobSpec named(String another) {
        return new JobSpec(another, alias, placement, hosts, key, ranks, ownOutput);
    }

    /** Number of ranks. */
    public int size() {
        return ranks.size();
    }

    /** Which nodes have ranks that are {@linkplain Input#isFed fed}. */
    public boolean[] fedNodes() {
        boolean[] nodes = new boolean[placement.nodes()];
        for (int rank = 0; rank < size(); rank++) {
            nodes[placement.node(rank)] |= ranks.get(rank).input().isFed();
        }
        return nodes;
    }
}
