package io.jmpi.daemon.supervise;

import io.jmpi.daemon.program.Program;
import io.jmpi.daemon.program.Setting;
import io.jmpi.job.JobKey;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import java.io.File;
import java.util.ArrayList;
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
 * @param staged whether files come before ranks start, and these start where the files are
 * @param ownOutput whether ranks write straight to the output of this process instead of to the listener
 */
public record JobSpec(
        String name,
        String alias,
        Placement placement,
        List<NodeHost> hosts,
        byte[] key,
        List<RankSpec> ranks,
        boolean staged,
        boolean ownOutput) {

    /** A job on this host alone. */
    public static JobSpec here(String name, List<RankSpec> ranks, boolean staged, boolean ownOutput) {
        List<NodeHost> hosts = List.of(new NodeHost(Host.name(), List.of("127.0.0.1", "::1")));
        return new JobSpec(
                name, "", Placement.onOneNode(ranks.size()), hosts, JobKey.random(), ranks, staged, ownOutput);
    }

    /** The same by another name. */
    public JobSpec named(String another) {
        return new JobSpec(another, alias, placement, hosts, key, ranks, staged, ownOutput);
    }

    /** The same with programs that start in a directory, unless they have one of their own. */
    JobSpec startingIn(File directory) {
        List<RankSpec> moved = new ArrayList<>(ranks.size());
        Program last = null;
        Program lastMoved = null;
        for (RankSpec rank : ranks) {
            if (rank.program() != last) {
                last = rank.program();
                lastMoved = last.startingIn(directory);
            }
            moved.add(new RankSpec(lastMoved, rank.input()));
        }
        return new JobSpec(name, alias, placement, hosts, key, moved, staged, ownOutput);
    }

    /** What the ranks of a node find there; to be asked on its host. */
    public Setting setting(int node) {
        boolean crowded = placement.localSize(node) > Runtime.getRuntime().availableProcessors();
        return new Setting(crowded, placement.nodes() > 1);
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
